package dungeon.queries.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Collection;

/** What is counted of followers. */
final class FeedMeters {
    private static final String ENDED = "dungeon.queries.streams.cut.off";

    private final Counter sent;
    private final Counter pages;
    private final Counter tooSlow;
    private final Counter stalled;

    FeedMeters(MeterRegistry metrics, String context, Collection<Follower> followers, Rings rings) {
        Tags tags = Tags.of("context", context);
        sent = Counter.builder("dungeon.queries.streams.events")
                .description("Events handed to clients")
                .tags(tags)
                .register(metrics);
        pages = Counter.builder("dungeon.queries.streams.pages")
                .description("Pages of older events that clients wanted, from the log or kept")
                .tags(tags)
                .register(metrics);
        tooSlow = cutOff(metrics, tags, "too slow");
        stalled = cutOff(metrics, tags, "stalled");
        Gauge.builder("dungeon.queries.streams", followers, Collection::size)
                .description("Clients that are sent events now")
                .tags(tags)
                .register(metrics);
        Gauge.builder("dungeon.queries.rings", rings, Rings::size)
                .description("Games whose recent events are at hand")
                .tags(tags)
                .register(metrics);
        Gauge.builder("dungeon.queries.rings.size", rings, Rings::bytes)
                .description("Memory that recent events take")
                .tags(tags)
                .baseUnit("bytes")
                .register(metrics);
    }

    void sent(int events) {
        sent.increment(events);
    }

    void page() {
        pages.increment();
    }

    void tooSlow() {
        tooSlow.increment();
    }

    void stalled() {
        stalled.increment();
    }

    private static Counter cutOff(MeterRegistry metrics, Tags tags, String cause) {
        return Counter.builder(ENDED)
                .description("Clients that were disconnected because they did not take what they were sent")
                .tags(tags)
                .tag("cause", cause)
                .register(metrics);
    }
}
