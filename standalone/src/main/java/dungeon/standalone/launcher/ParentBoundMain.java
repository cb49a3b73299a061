package dungeon.standalone.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Runs a program of others in a JVM that has its libraries and not ours, and stops that JVM when its input ends. The input is a pipe from the
 * process that started it, and the operating system closes it even if that process is killed.
 */
public final class ParentBoundMain {
    private ParentBoundMain() {}

    /**
     * Starts the program.
     *
     * @param args its main class, and what that takes
     */
    public static void main(String[] args) throws ReflectiveOperationException {
        Thread watch = new Thread(ParentBoundMain::haltAtEndOfInput, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(args, 1, args.length));
    }

    /** The folder or jar with this class, which has to be on the class path of the JVM that is started. */
    public static Path classes() {
        try {
            return Path.of(ParentBoundMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Cannot tell where the classes are", e);
        }
    }

    private static void haltAtEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("Cannot read from the parent process: " + e);
        }
        // Nothing has to be brought to an end: what was confirmed is on the disk.
        Runtime.getRuntime().halt(0);
    }
}
