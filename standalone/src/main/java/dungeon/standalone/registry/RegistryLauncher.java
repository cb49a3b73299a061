package dungeon.standalone.registry;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Runs in the registry's own JVM: starts the registry, and stops the JVM when its input ends. The input is a pipe from
 * the process that started it, and the operating system closes it even if that process is killed.
 */
final class RegistryLauncher {
    private static final String REGISTRY_MAIN_CLASS = "io.quarkus.runner.GeneratedMain";

    private RegistryLauncher() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        Thread watch = new Thread(RegistryLauncher::haltAtEndOfInput, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        Class.forName(REGISTRY_MAIN_CLASS).getMethod("main", String[].class).invoke(null, (Object) args);
    }

    private static void haltAtEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("Cannot read from the parent process: " + e);
        }
        // Nothing has to be brought to an end: what the registry has confirmed is on the disk.
        Runtime.getRuntime().halt(0);
    }
}
