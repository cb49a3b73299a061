package dungeon.verification.cluster;

import dungeon.players.connection.Platform;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.standalone.machine.PlayerLogins;
import dungeon.standalone.machine.ServiceSettings;
import dungeon.standalone.registry.SchemaWriters;
import dungeon.standalone.secure.AccessSetup;
import dungeon.standalone.secure.Certificates;
import dungeon.standalone.secure.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/** How the processes of a cluster, and those who look at it, come to its brokers and its registry. */
final class ClusterAccess {
    private static final String FOLDER = "secure";

    private final Path folder;
    private final List<Integer> servicesPorts;
    /** None where everybody is let in. */
    private final Optional<Certificates> certificates;

    private final Optional<SchemaWriters> writers;

    /** @param servicesPorts of the brokers, for services, in their order; empty where everybody is let in */
    ClusterAccess(Path cluster, List<Integer> servicesPorts) {
        this.folder = cluster.resolve(FOLDER);
        this.servicesPorts = List.copyOf(servicesPorts);
        boolean secure = !servicesPorts.isEmpty();
        certificates = secure ? Optional.of(Certificates.in(folder)) : Optional.empty();
        writers = secure ? Optional.of(SchemaWriters.make()) : Optional.empty();
    }

    boolean isSecure() {
        return certificates.isPresent();
    }

    Optional<SchemaWriters> writers() {
        return writers;
    }

    /** Where services find the brokers. */
    String bootstrapServers(String open) {
        return isSecure() ? Cluster.bootstrap(servicesPorts) : open;
    }

    /** What a broker has to know beside where players come in. */
    Map<String, String> ofBroker(int index, String ingestUrl) {
        return isSecure()
                ? Map.of(
                        "services.port",
                        String.valueOf(servicesPorts.get(index)),
                        "secure.folder",
                        folder.toString(),
                        "key.set.url",
                        ServiceSettings.keySetUrlOf(ingestUrl))
                : Map.of();
    }

    /** What a service's clients of Kafka have to know. */
    Map<String, String> readerOf(Service service) {
        return certificates.map(found -> found.clientSettings(service)).orElse(Map.of());
    }

    /** The same, and what it shows to the registry to write there. */
    Map<String, String> of(Service service) {
        Map<String, String> settings = new HashMap<>(readerOf(service));
        writers.ifPresent(known -> settings.put(RegistryConfig.BEARER_TOKEN, known.token()));
        return settings;
    }

    /** The settings with which a Kafka client can be a player, but for the token. */
    Map<String, String> ofPlayers() {
        return certificates.map(Certificates::playerSettings).orElse(Map.of());
    }

    /** Tells the brokers who may do what. */
    void setUp(Admin operator) throws InterruptedException {
        if (isSecure()) {
            AccessSetup.apply(operator);
        }
    }

    /** Returns when players can log in, which is some moments after the ingest can be asked for its keys. */
    void awaitPlayers(Platform players, String token, Duration maximum) throws InterruptedException {
        if (isSecure()) {
            PlayerLogins.await(players.clientConfig(), token, maximum);
        }
    }
}
