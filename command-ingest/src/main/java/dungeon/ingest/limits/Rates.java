package dungeon.ingest.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Scheduler;
import dungeon.ingest.config.IngestLimits;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts what each sender asks for. Senders are forgotten once their burst has come back, which makes no difference to them, and if there
 * are too many of them, so that no stranger with many addresses can fill the memory.
 */
public final class Rates {
    private record Counter(Rate rate, LoadingCache<String, Bucket> buckets) {}

    private final Map<RateKind, Counter> counters = new EnumMap<>(RateKind.class);

    /** @param nanoTime the clock, as {@link System#nanoTime} */
    public Rates(IngestLimits limits, LongSupplier nanoTime) {
        for (RateKind kind : RateKind.values()) {
            Rate rate = rate(kind, limits);
            counters.put(kind, new Counter(rate, buckets(rate, limits.rateSenders(), nanoTime)));
        }
    }

    /**
     * Takes what a sender asks for, all of it or nothing.
     *
     * @param sender a player's id, or an address
     * @param amount 1 or more
     */
    public Allowance take(RateKind kind, String sender, int amount) {
        Counter counter = counters.get(kind);
        ConsumptionProbe probe = counter.buckets().get(sender).tryConsumeAndReturnRemaining(amount);
        return new Allowance(
                kind,
                counter.rate(),
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Rate.seconds(probe.getNanosToWaitForReset()),
                probe.isConsumed() ? 0 : Math.max(1, Rate.seconds(probe.getNanosToWaitForRefill())));
    }

    /** How many senders are remembered of a kind, about. */
    long senders(RateKind kind) {
        LoadingCache<String, Bucket> buckets = counters.get(kind).buckets();
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private static Rate rate(RateKind kind, IngestLimits limits) {
        return switch (kind) {
            case COMMANDS -> new Rate(limits.commandsBurst(), limits.commandsPerSecond(), Duration.ofSeconds(1));
            case REGISTRATIONS -> new Rate(limits.registrationsBurst(), 1, limits.registrationEvery());
            case PRACTICE_GAMES -> new Rate(limits.practiceGamesBurst(), 1, limits.practiceGameEvery());
            case TOKENS -> new Rate(limits.tokensBurst(), 1, limits.tokenEvery());
            case MAP_TYPES -> new Rate(limits.mapTypesBurst(), 1, limits.mapTypeEvery());
        };
    }

    private static LoadingCache<String, Bucket> buckets(Rate rate, int sendersMaximum, LongSupplier nanoTime) {
        TimeMeter clock = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanoTime.getAsLong();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
        return Caffeine.newBuilder()
                .maximumSize(sendersMaximum)
                .expireAfterAccess(Duration.ofSeconds(rate.windowSeconds()))
                .scheduler(Scheduler.systemScheduler())
                .ticker(nanoTime::getAsLong)
                .build(sender -> Bucket.builder()
                        .withCustomTimePrecision(clock)
                        .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.count(), rate.period()))
                        .build());
    }
}
