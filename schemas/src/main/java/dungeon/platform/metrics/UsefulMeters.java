package dungeon.platform.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.regex.Pattern;

/**
 * Leaves out what Kafka measures of each partition and store without anybody asking for it. Of the 36 tasks of a topology that would be some
 * 8,000 series of an instance, a megabyte and a half every few seconds.
 */
final class UsefulMeters implements MeterFilter {
    /** Rates follow from totals; and what is left of a store is its size and its faults. */
    private static final Pattern USELESS = Pattern.compile("kafka\\.(?:"
            + ".*\\.(?:rate|min)"
            + "|stream\\.state\\.(?!updater\\.|num\\.keys|estimate\\.num\\.keys|total\\.sst\\.files\\.size|size\\.all\\.mem\\.tables"
            + "|block\\.cache\\.usage|background\\.errors).*"
            + "|stream\\.processor\\.node\\.record\\.e2e\\.latency\\.avg"
            + "|consumer\\.fetch\\.manager\\.(?:records\\.lead.*|records\\.lag\\.avg|preferred\\.read\\.replica)"
            + "|(?:consumer|producer|admin\\.client)\\.node\\..*"
            + "|.*reauth.*|.*no\\.reauth.*"
            + ")");

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return USELESS.matcher(id.getName()).matches() ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
    }
}
