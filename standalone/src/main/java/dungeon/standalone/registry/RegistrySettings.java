package dungeon.standalone.registry;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the schema registry of one machine listens and keeps its data.
 *
 * @param dataFolder where its database is; made if it is missing
 * @param logFolder where it logs; made if it is missing
 * @param port on 127.0.0.1
 * @param writers who may write schemas; everybody if empty
 */
public record RegistrySettings(Path dataFolder, Path logFolder, int port, Optional<SchemaWriters> writers) {
    /** One that everybody may write to. */
    public RegistrySettings(Path dataFolder, Path logFolder, int port) {
        this(dataFolder, logFolder, port, Optional.empty());
    }

    /** The address that serdes take as {@code schema.registry.url}. */
    public URI url() {
        return URI.create("http://127.0.0.1:%d/apis/ccompat/v7".formatted(port));
    }

    /** The system properties of the registry's JVM; they go before its own configuration and the environment. */
    Map<String, String> systemProperties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("quarkus.http.host", "127.0.0.1");
        properties.put("quarkus.http.port", String.valueOf(port));
        // The standard is a database in memory, which forgets the ids. Without a write delay an id that was given out
        // is
        // on the disk, whatever happens to the process.
        properties.put(
                "quarkus.datasource.jdbc.url",
                "jdbc:h2:file:%s;WRITE_DELAY=0"
                        .formatted(dataFolder.resolve("registry").toAbsolutePath()));
        // The standard of 20 to 100 connections is for a large installation, and each takes memory and time.
        properties.put("quarkus.datasource.jdbc.initial-size", "1");
        properties.put("quarkus.datasource.jdbc.min-size", "1");
        properties.put("quarkus.datasource.jdbc.max-size", "8");
        // As Confluent's registry does: one id for one content, however it is laid out.
        properties.put("registry.ccompat.legacy-id-mode.enabled", "false");
        properties.put("registry.ccompat.use-canonical-hash", "true");
        writers.ifPresent(known -> restrict(properties, known));
        // It tells nobody about itself.
        properties.put("registry.enable.sentry", "false");
        properties.put("quarkus.log.level", "WARN");
        properties.put("quarkus.log.category.\"io.apicurio\".level", "WARN");
        properties.put("quarkus.log.console.enable", "false");
        properties.put("quarkus.log.file.enable", "true");
        properties.put(
                "quarkus.log.file.path",
                logFolder.resolve("registry.log").toAbsolutePath().toString());
        properties.put("quarkus.log.file.rotation.max-file-size", "5M");
        properties.put("quarkus.log.file.rotation.max-backup-index", "1");
        properties.put("quarkus.banner.enabled", "false");
        return properties;
    }

    /** Its own rules: everybody reads and looks up, and whoever shows a token that the key has signed may do everything. */
    private static void restrict(Map<String, String> properties, SchemaWriters writers) {
        properties.put("registry.auth.enabled", "true");
        properties.put("registry.auth.anonymous-read-access.enabled", "true");
        properties.put("quarkus.oidc.tenant-enabled", "true");
        // There is no server that would hand out tokens; the key is all that there is to know.
        properties.put("quarkus.oidc.discovery-enabled", "false");
        properties.put("quarkus.oidc.auth-server-url", "");
        properties.put("quarkus.oidc.public-key", writers.publicKey());
    }
}
