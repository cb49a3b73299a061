package dungeon.standalone.broker;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the broker of one machine listens and keeps its data.
 *
 * @param dataFolder where its data is; made if it is missing
 * @param port of the clients' listener on 127.0.0.1
 * @param controllerPort of the controller's listener on 127.0.0.1, which only the broker itself uses
 */
public record BrokerConfig(Path dataFolder, int port, int controllerPort) {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final String CLIENT_LISTENER = "PLAINTEXT";

    /** What clients set as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The settings in Kafka's own names. */
    Map<String, String> kafkaSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(NODE_ID));
        settings.put("log.dirs", dataFolder.toAbsolutePath().toString());
        settings.put(
                "listeners",
                "%s://127.0.0.1:%d,%s://127.0.0.1:%d"
                        .formatted(CLIENT_LISTENER, port, CONTROLLER_LISTENER, controllerPort));
        settings.put("advertised.listeners", CLIENT_LISTENER + "://" + bootstrapServers());
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", CLIENT_LISTENER);
        settings.put("controller.listener.names", CONTROLLER_LISTENER);
        // A fixed quorum of one; nothing on the disk names its port, so the port can be another one at each start.
        settings.put("controller.quorum.voters", "%d@127.0.0.1:%d".formatted(NODE_ID, controllerPort));

        // There is one node to hold each record.
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        // A partition of an internal topic costs files and start-up time; a handful of clients needs few.
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.num.partitions", "1");

        // A transaction that somebody leaves open holds up its partition's readers for no longer than this.
        settings.put("transaction.max.timeout.ms", "60000");
        // A wrongly written topic name must give an error, not a topic with the wrong settings.
        settings.put("auto.create.topics.enable", "false");
        // Consumers that join a new group need not wait for others to come.
        settings.put("group.initial.rebalance.delay.ms", "0");
        // The events and the offsets of a game that rests for weeks stay; the topics name their own retention.
        settings.put("offsets.retention.minutes", String.valueOf(60 * 24 * 365));
        // Registration after a kill waits until the killed process's session is over; a short one lets it start at
        // once.
        settings.put("broker.session.timeout.ms", "3000");
        // The broker is let in with a heartbeat; a short interval shortens the start.
        settings.put("broker.heartbeat.interval.ms", "500");
        // The standard 128 MB for compaction are for large topics; ours compact changelogs of some thousand keys.
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(8 * 1024 * 1024));
        // A hundred small partitions on two cores need few threads.
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("group.coordinator.threads", "1");
        settings.put("share.coordinator.threads", "1");
        settings.put("num.recovery.threads.per.data.dir", "2");
        return settings;
    }
}
