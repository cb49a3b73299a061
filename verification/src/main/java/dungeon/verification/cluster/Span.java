package dungeon.verification.cluster;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A time that is itself a part of what is done: one that is measured, or for which a fault lasts. */
public final class Span {
    private Span() {}

    /** Lets it pass. Whoever waits for something to come about uses {@link dungeon.standalone.machine.Waiting} instead. */
    public static void pass(Duration span) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(span.toNanos());
    }
}
