package dungeon.schemas.serde;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Type.BOOLEAN;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.PASSWORD;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * How to reach the schema registry. The keys are those of Confluent's serdes, so that these can take our serde's place.
 *
 * @param urls the registry's addresses; the next one is tried when one does not answer
 * @param autoRegister whether a serializer may register its schema; if not, the schema must be there
 * @param authorization the value of the Authorization header, or null
 * @param retries how often a request is repeated that found no registry
 * @param retryWaitMs pause before a repetition
 * @param connectTimeoutMs how long a connection may take; no longer than {@code readTimeoutMs}, which counts from the same moment
 * @param readTimeoutMs how long a whole answer may take, connecting included
 */
public record RegistryConfig(
        List<URI> urls,
        boolean autoRegister,
        String authorization,
        int retries,
        long retryWaitMs,
        long connectTimeoutMs,
        long readTimeoutMs) {

    public static final String URL = "schema.registry.url";
    public static final String AUTO_REGISTER = "auto.register.schemas";
    public static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
    public static final String USER_INFO = "basic.auth.user.info";
    public static final String BEARER_TOKEN = "bearer.auth.token";
    public static final String RETRIES = "max.retries";
    public static final String RETRY_WAIT_MS = "retries.wait.ms";
    public static final String CONNECT_TIMEOUT_MS = "http.connect.timeout.ms";
    public static final String READ_TIMEOUT_MS = "http.read.timeout.ms";

    private static final String IN_URL = "URL";
    private static final String IN_USER_INFO = "USER_INFO";

    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(URL, STRING, "", HIGH, "The registry's addresses, with commas between them.")
            .define(AUTO_REGISTER, BOOLEAN, true, MEDIUM, "Whether a serializer may register its schema.")
            .define(
                    CREDENTIALS_SOURCE,
                    STRING,
                    IN_URL,
                    ValidString.in(IN_URL, IN_USER_INFO),
                    MEDIUM,
                    "Where the password is.")
            .define(USER_INFO, PASSWORD, null, MEDIUM, "name:password, where the source is USER_INFO.")
            .define(BEARER_TOKEN, PASSWORD, null, MEDIUM, "A token, in the place of a name and a password.")
            .define(RETRIES, INT, 3, atLeast(0), LOW, "How often a request is repeated that found no registry.")
            .define(RETRY_WAIT_MS, INT, 1_000, atLeast(0), LOW, "Pause before a repetition.")
            .define(CONNECT_TIMEOUT_MS, INT, 2_000, atLeast(0), LOW, "How long a connection may take.")
            .define(READ_TIMEOUT_MS, INT, 3_000, atLeast(0), LOW, "How long a whole answer may take.");

    /** The settings, for whoever documents or checks them. */
    public static ConfigDef definition() {
        return new ConfigDef(DEFINITION);
    }

    /**
     * Reads the settings of a Kafka client. Four tries of 3 s with 1 s between them stay below the 30 s after which the
     * broker aborts a transaction, so a stream thread that waits for the registry is not fenced meanwhile.
     *
     * @throws ConfigException if the address is missing or a value cannot be understood
     */
    public static RegistryConfig from(Map<String, ?> config) {
        AbstractConfig settings = new AbstractConfig(DEFINITION, config, false);
        String address = settings.getString(URL);
        if (address.isBlank()) {
            throw new ConfigException("%s is not set; give the address of the schema registry".formatted(URL));
        }
        List<URI> addresses = Arrays.stream(address.split(","))
                .map(String::trim)
                .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                .map(RegistryConfig::uri)
                .toList();
        return new RegistryConfig(
                // Without the password, so that messages can name them.
                addresses.stream().map(RegistryConfig::withoutUserInfo).toList(),
                settings.getBoolean(AUTO_REGISTER),
                authorization(settings, addresses),
                settings.getInt(RETRIES),
                settings.getInt(RETRY_WAIT_MS),
                settings.getInt(CONNECT_TIMEOUT_MS),
                settings.getInt(READ_TIMEOUT_MS));
    }

    private static String authorization(AbstractConfig settings, List<URI> addresses) {
        Password token = settings.getPassword(BEARER_TOKEN);
        if (token != null) {
            return "Bearer " + token.value();
        }
        String userInfo;
        if (settings.getString(CREDENTIALS_SOURCE).equals(IN_USER_INFO)) {
            Password password = settings.getPassword(USER_INFO);
            if (password == null) {
                throw new ConfigException(
                        USER_INFO, null, "needed because %s is USER_INFO".formatted(CREDENTIALS_SOURCE));
            }
            userInfo = password.value();
        } else {
            userInfo = addresses.stream()
                    .map(URI::getUserInfo)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        return userInfo == null
                ? null
                : "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }

    private static URI uri(String url) {
        try {
            URI uri = new URI(url);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below; its message would repeat a password that the address may hold.
        }
        throw new ConfigException(
                "%s must be addresses such as http://127.0.0.1:8082, with commas between them".formatted(URL));
    }

    private static URI withoutUserInfo(URI uri) {
        try {
            return new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), uri.getPath(), null, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Parts of an address make an address", e);
        }
    }
}
