package dungeon.history.local;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Runs in the worker's own JVM, which has Kafka Connect and not our libraries: starts the worker, and stops the JVM when its input ends. The
 * input is a pipe from the process that started it, and the operating system closes it even if that process is killed.
 */
final class WorkerLauncher {
    private static final String WORKER_MAIN_CLASS = "org.apache.kafka.connect.cli.ConnectStandalone";

    private WorkerLauncher() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        Thread watch = new Thread(WorkerLauncher::haltAtEndOfInput, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        Class.forName(WORKER_MAIN_CLASS).getMethod("main", String[].class).invoke(null, (Object) args);
    }

    private static void haltAtEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("Cannot read from the parent process: " + e);
        }
        // Nothing has to be brought to an end: what is not committed is written once more, and changes nothing.
        Runtime.getRuntime().halt(0);
    }
}
