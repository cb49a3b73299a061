package dungeon.standalone.machine;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** Tells the user what is going on, one line at a time, with the seconds since the program began. */
public final class Progress {
    private final PrintStream out;
    private final Instant began;

    /** Counts from the start of this JVM. */
    public static Progress onTerminal() {
        Instant began = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        return new Progress(System.out, began);
    }

    Progress(PrintStream out, Instant began) {
        this.out = out;
        this.began = began;
    }

    /** Prints a line. */
    public void say(String text) {
        double seconds = Duration.between(began, Instant.now()).toMillis() / 1_000.0;
        synchronized (this) {
            out.printf("%6.1f s  %s%n", seconds, text);
            out.flush();
        }
    }

    /** Prints lines as they are, without the time. */
    public synchronized void print(String text) {
        out.println(text);
        out.flush();
    }
}
