package dungeon.standalone.broker;

import dungeon.standalone.secure.SecureListeners;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;

/**
 * Where a broker, which is a controller too, listens on 127.0.0.1 and keeps its data.
 *
 * @param dataFolder where its data is; made if it is missing
 * @param port of the clients' listener
 * @param nodeId its number, one of the voters'
 * @param voters the ports of the controllers' listeners, of all brokers, by node id
 * @param clusterId the same for all brokers; Kafka's form of a UUID
 * @param detour a second listener for clients, which are sent to it by way of something in between; none if empty
 * @param secure if there are strangers: then {@code port} is for players, who need a token, and services come in elsewhere
 */
public record BrokerConfig(
        Path dataFolder,
        int port,
        int nodeId,
        SortedMap<Integer, Integer> voters,
        String clusterId,
        Optional<Detour> detour,
        Optional<SecureListeners> secure) {
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final String CLIENT_LISTENER = "PLAINTEXT";
    private static final String DETOUR_LISTENER = "DETOUR";
    private static final int REPLICAS_MAXIMUM = 3;

    /**
     * A way for clients that does not lead straight to the broker.
     *
     * @param port where the broker listens
     * @param advertisedPort where clients are told that it does
     */
    public record Detour(int port, int advertisedPort) {}

    /** A broker that lets in everybody. */
    public BrokerConfig(
            Path dataFolder,
            int port,
            int nodeId,
            SortedMap<Integer, Integer> voters,
            String clusterId,
            Optional<Detour> detour) {
        this(dataFolder, port, nodeId, voters, clusterId, detour, Optional.empty());
    }

    /** A broker on its own. */
    public BrokerConfig(Path dataFolder, int port, int controllerPort) {
        this(
                dataFolder,
                port,
                1,
                new TreeMap<>(Map.of(1, controllerPort)),
                Uuid.randomUuid().toString(),
                Optional.empty());
    }

    /** The same for strangers. */
    public BrokerConfig securedBy(SecureListeners listeners) {
        return new BrokerConfig(dataFolder, port, nodeId, voters, clusterId, detour, Optional.of(listeners));
    }

    /** What clients set as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The settings in Kafka's own names. */
    Map<String, String> kafkaSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(nodeId));
        settings.put("log.dirs", dataFolder.toAbsolutePath().toString());
        settings.put(
                "listeners",
                listeners(port, detour.map(Detour::port))
                        + ",%s://127.0.0.1:%d".formatted(CONTROLLER_LISTENER, voters.get(nodeId)));
        settings.put("advertised.listeners", listeners(port, detour.map(Detour::advertisedPort)));
        secure.ifPresentOrElse(listeners -> settings.putAll(listeners.kafkaSettings()), () -> {
            settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,DETOUR:PLAINTEXT,CONTROLLER:PLAINTEXT");
            settings.put("inter.broker.listener.name", CLIENT_LISTENER);
        });
        settings.put("controller.listener.names", CONTROLLER_LISTENER);
        // A fixed quorum; nothing on the disk names its ports, so they can be others at each start.
        settings.put(
                "controller.quorum.voters",
                voters.entrySet().stream()
                        .map(voter -> "%d@127.0.0.1:%d".formatted(voter.getKey(), voter.getValue()))
                        .collect(Collectors.joining(",")));

        String replicas = String.valueOf(Math.min(voters.size(), REPLICAS_MAXIMUM));
        // With three copies, one broker may be away and a confirmed record is still in two places.
        String inSync = voters.size() < REPLICAS_MAXIMUM ? "1" : "2";
        settings.put("default.replication.factor", replicas);
        settings.put("min.insync.replicas", inSync);
        settings.put("offsets.topic.replication.factor", replicas);
        settings.put("transaction.state.log.replication.factor", replicas);
        settings.put("transaction.state.log.min.isr", inSync);
        settings.put("share.coordinator.state.topic.replication.factor", replicas);
        settings.put("share.coordinator.state.topic.min.isr", inSync);
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
        // Without the offsets nobody knows which commands were decided, so they stay for good, however long the machine
        // rests; the topics name their own retention.
        settings.put("offsets.retention.minutes", String.valueOf(Integer.MAX_VALUE));
        // The broker reads both at its start; small segments are compacted to the little that still counts.
        settings.put("offsets.topic.segment.bytes", String.valueOf(4 * 1024 * 1024));
        settings.put("transaction.state.log.segment.bytes", String.valueOf(4 * 1024 * 1024));
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

    private String listeners(int port, Optional<Integer> detourPort) {
        if (secure.isPresent()) {
            return "%s://127.0.0.1:%d,%s://127.0.0.1:%d"
                    .formatted(
                            SecureListeners.PLAYERS,
                            port,
                            SecureListeners.SERVICES,
                            secure.get().servicesPort());
        }
        String clients = "%s://127.0.0.1:%d".formatted(CLIENT_LISTENER, port);
        return detourPort
                .map(way -> clients + ",%s://127.0.0.1:%d".formatted(DETOUR_LISTENER, way))
                .orElse(clients);
    }
}
