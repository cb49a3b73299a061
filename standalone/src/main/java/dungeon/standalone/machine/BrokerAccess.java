package dungeon.standalone.machine;

import dungeon.players.connection.Platform;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.standalone.broker.BrokerConfig;
import dungeon.standalone.registry.SchemaWriters;
import dungeon.standalone.secure.AccessSetup;
import dungeon.standalone.secure.Certificates;
import dungeon.standalone.secure.SecureListeners;
import dungeon.standalone.secure.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/** How the parts of a machine, players and tools come to its broker and its registry, and as whom. */
public final class BrokerAccess {
    private static final String FOLDER = "secure";

    private final MachineConfig config;
    /** None where everybody is let in. */
    private final Optional<SecureListeners> listeners;
    /** None where everybody may write schemas, and in processes that only read them. */
    private final Optional<SchemaWriters> writers;

    private BrokerAccess(MachineConfig config, Optional<Certificates> certificates, Optional<SchemaWriters> writers) {
        this.config = config;
        this.writers = writers;
        this.listeners = certificates.map(found ->
                new SecureListeners(config.servicesPort(), found, ServiceSettings.keySetUrlOf(config.ingestUrl())));
    }

    /** Of a machine that starts in this process; makes what certificates it lacks. */
    static BrokerAccess prepare(MachineConfig config) {
        return config.isSecure()
                ? new BrokerAccess(
                        config, Optional.of(Certificates.in(folder(config))), Optional.of(SchemaWriters.make()))
                : new BrokerAccess(config, Optional.empty(), Optional.empty());
    }

    /** Of a machine that runs, perhaps in another process. */
    public static BrokerAccess of(MachineConfig config) {
        Optional<Certificates> certificates =
                config.isSecure() ? Optional.of(Certificates.existing(folder(config))) : Optional.empty();
        return new BrokerAccess(config, certificates, Optional.empty());
    }

    /** Where services find the broker. */
    String bootstrapServers() {
        return listeners.map(SecureListeners::bootstrapServers).orElseGet(config::bootstrapServers);
    }

    /** The settings beside this with which a Kafka client is a service. */
    public Map<String, String> settingsOf(Service service) {
        return listeners
                .map(secure -> secure.certificates().clientSettings(service))
                .orElse(Map.of());
    }

    /** What players are told. */
    Platform ofPlayers() {
        return platform(
                config.bootstrapServers(),
                listeners.map(secure -> secure.certificates().playerSettings()).orElse(Map.of()));
    }

    /** The same place, as a service has to come to it. */
    public Platform of(Service service) {
        return platform(bootstrapServers(), settingsOf(service));
    }

    /** The same, and with what a service shows to the registry that writes schemas there. */
    Map<String, String> writersSettingsOf(Service service) {
        Map<String, String> settings = new HashMap<>(settingsOf(service));
        writers.ifPresent(known -> settings.put(RegistryConfig.BEARER_TOKEN, known.token()));
        return settings;
    }

    /** What the registry is told about who writes there. */
    Optional<SchemaWriters> schemaWriters() {
        return writers;
    }

    BrokerConfig secured(BrokerConfig open) {
        return listeners.map(open::securedBy).orElse(open);
    }

    Admin operator() {
        Map<String, Object> settings = new HashMap<>(settingsOf(Service.OPERATOR));
        settings.put("bootstrap.servers", bootstrapServers());
        return Admin.create(settings);
    }

    /** Tells the broker who may do what. */
    void setUp(Admin operator) throws InterruptedException {
        if (listeners.isPresent()) {
            AccessSetup.apply(operator);
        }
    }

    /**
     * Returns when players can log in, which is some moments after the ingest can be asked for its keys.
     *
     * @param token that holds
     * @throws IllegalStateException if they cannot within a time
     */
    void awaitPlayers(String token, Duration maximum) throws InterruptedException {
        if (listeners.isEmpty()) {
            return;
        }
        PlayerLogins.await(ofPlayers().clientConfig(), token, maximum);
    }

    private Platform platform(String bootstrapServers, Map<String, String> kafka) {
        return new Platform(config.ingestUrl(), config.queriesUrl(), bootstrapServers, config.registryUrl(), kafka);
    }

    private static Path folder(MachineConfig config) {
        return config.dataFolder().resolve(FOLDER);
    }
}
