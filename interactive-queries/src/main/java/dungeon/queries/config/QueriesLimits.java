package dungeon.queries.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Range.between;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;

import dungeon.platform.config.Settings;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

/**
 * What others can take of an instance of the read side: those of its settings that bound whoever asks.
 *
 * @param connectionsMaximum {@code http.connections.maximum}: how many connections are served at a time; further ones wait to be accepted
 * @param idleMs {@code http.idle.ms}: how long a connection may be silent
 * @param rocksDbBytes {@code rocksdb.memory.bytes}: memory of all RocksDB stores together, outside the Java heap
 * @param atLeastTimeoutMs {@code at.least.timeout.ms}: how long a request waits for the event of {@code atLeast}, and one for what is
 *     not in the views for what is in the log
 * @param forwardTimeoutMs {@code forward.timeout.ms}: how long another instance may take to answer
 * @param pageSize {@code page.size}: how many games or map types a page lists if the request does not say
 * @param pageSizeMaximum {@code page.size.maximum}: how many a page lists at most
 * @param eventStreamsMaximum {@code event.streams.maximum}: how many event lists and streams are served at a time
 * @param eventStreamsPerAddress {@code event.streams.per.address.maximum}: how many of them one client address can have
 * @param eventStreamStallMs {@code event.stream.stall.ms}: how long a client may take nothing of what it is sent
 * @param heartbeatMs {@code heartbeat.ms}: how often a stream says that it is alive
 * @param downloadsMaximum {@code log.downloads.maximum}: how many logs of games are downloaded at a time
 */
public record QueriesLimits(
        int connectionsMaximum,
        long idleMs,
        long rocksDbBytes,
        long atLeastTimeoutMs,
        long forwardTimeoutMs,
        int pageSize,
        int pageSizeMaximum,
        int eventStreamsMaximum,
        int eventStreamsPerAddress,
        long eventStreamStallMs,
        long heartbeatMs,
        int downloadsMaximum) {

    private static final long MEGABYTE = 1024 * 1024;

    /** Adds them to other settings, each with its default. */
    static ConfigDef define(ConfigDef settings) {
        return settings.define(
                        "http.connections.maximum",
                        INT,
                        6_000,
                        between(1, 1_000_000),
                        MEDIUM,
                        "Connections served at a time; further ones wait to be accepted. Three times the streams; a connection without one takes some 20 kB and no thread.")
                .define(
                        "http.idle.ms",
                        LONG,
                        30_000L,
                        between(100, 3_600_000),
                        LOW,
                        "How long a connection may be silent; above the heartbeat of streams, and what clients take for a silent connection.")
                .define(
                        "rocksdb.memory.bytes",
                        LONG,
                        128 * MEGABYTE,
                        atLeast(8 * MEGABYTE),
                        MEDIUM,
                        "Memory of all stores together, caches and write buffers alike, outside the heap; less where the container leaves less.")
                .define(
                        "at.least.timeout.ms",
                        LONG,
                        2_000L,
                        between(0, 60_000),
                        MEDIUM,
                        "How long a request waits for the event of `atLeast`, and one for what is not in the views for what is in the log.")
                .define(
                        "forward.timeout.ms",
                        LONG,
                        1_000L,
                        between(1, 60_000),
                        LOW,
                        "How long another instance may take to answer.")
                .define(
                        "page.size",
                        INT,
                        50,
                        between(1, 10_000),
                        LOW,
                        "How many games or map types a page lists if the request does not say.")
                .define("page.size.maximum", INT, 200, between(1, 10_000), LOW, "How many a page lists at most.")
                .define(
                        "event.streams.maximum",
                        INT,
                        2_000,
                        between(1, 100_000),
                        MEDIUM,
                        "Event lists and streams served at a time; each takes some 40 kB and a file descriptor, and no thread.")
                .define(
                        "event.streams.per.address.maximum",
                        INT,
                        200,
                        between(1, 100_000),
                        MEDIUM,
                        "How many of them one client address can have: enough for a class behind one, and ten such addresses are needed to take all.")
                .define(
                        "event.stream.stall.ms",
                        LONG,
                        20_000L,
                        between(10, 25_000),
                        LOW,
                        "How long a client may take nothing of what it is sent; a phone that changes its network is back sooner.")
                .define(
                        "heartbeat.ms",
                        LONG,
                        10_000L,
                        between(10, 25_000),
                        LOW,
                        "How often a stream says that it is alive; under the 30 s after which the server, and many a proxy, drops a silent connection.")
                .define(
                        "log.downloads.maximum",
                        INT,
                        2,
                        between(1, 100),
                        LOW,
                        "Logs of games downloaded at a time; each takes a thread, a consumer and a scan of a partition.");
    }

    static QueriesLimits of(Settings settings) {
        return new QueriesLimits(
                settings.number("http.connections.maximum"),
                settings.bigNumber("http.idle.ms"),
                settings.bigNumber("rocksdb.memory.bytes"),
                settings.bigNumber("at.least.timeout.ms"),
                settings.bigNumber("forward.timeout.ms"),
                settings.number("page.size"),
                settings.number("page.size.maximum"),
                settings.number("event.streams.maximum"),
                settings.number("event.streams.per.address.maximum"),
                settings.bigNumber("event.stream.stall.ms"),
                settings.bigNumber("heartbeat.ms"),
                settings.number("log.downloads.maximum"));
    }

    /** The default of each. */
    public static Map<String, Object> defaults() {
        return define(new ConfigDef()).defaultValues();
    }
}
