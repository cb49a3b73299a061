package dungeon.standalone.broker;

import dungeon.standalone.machine.FreePorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A broker in a JVM of its own, so that it can be killed as a machine's user would kill it. */
final class BrokerProcess {
    private static final String READY = "ready";

    private final Process process;
    private final String bootstrapServers;

    private BrokerProcess(Process process, String bootstrapServers) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
    }

    static BrokerProcess start(Path folder, int port) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        folder.toString(),
                        String.valueOf(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(READY)) {
                return new BrokerProcess(process, "127.0.0.1:" + port);
            }
        }
        throw new IllegalStateException("The broker's process ended before the broker was ready");
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /** Kills it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The broker's process does not die");
        }
    }

    /** The process's own main method: the folder and the port are its arguments; it ends when its input does. */
    public static void main(String[] args) throws IOException {
        EmbeddedBroker.start(new BrokerConfig(Path.of(args[0]), Integer.parseInt(args[1]), FreePorts.one()));
        System.out.println(READY);
        // The end of the input means that the test's JVM is gone.
        System.in.transferTo(OutputStream.nullOutputStream());
        Runtime.getRuntime().halt(1);
    }
}
