package dungeon.schemas.serde;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.ConfigException;

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
    public static final String RETRIES = "max.retries";
    public static final String RETRY_WAIT_MS = "retries.wait.ms";
    public static final String CONNECT_TIMEOUT_MS = "http.connect.timeout.ms";
    public static final String READ_TIMEOUT_MS = "http.read.timeout.ms";

    /**
     * Reads the settings of a Kafka client. Four tries of 3 s with 1 s between them stay below the 30 s after which the
     * broker aborts a transaction, so a stream thread that waits for the registry is not fenced meanwhile.
     *
     * @throws ConfigException if the address is missing or a value cannot be understood
     */
    public static RegistryConfig from(Map<String, ?> config) {
        Object address = config.get(URL);
        if (address == null || address.toString().isBlank()) {
            throw new ConfigException("%s is not set; give the address of the schema registry".formatted(URL));
        }
        List<URI> addresses = Arrays.stream(address.toString().split(","))
                .map(String::trim)
                .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                .map(RegistryConfig::uri)
                .toList();
        return new RegistryConfig(
                // Without the password, so that messages can name them.
                addresses.stream().map(RegistryConfig::withoutUserInfo).toList(),
                Boolean.parseBoolean(text(config, AUTO_REGISTER, "true")),
                authorization(config, addresses),
                (int) number(config, RETRIES, 3),
                number(config, RETRY_WAIT_MS, 1_000),
                number(config, CONNECT_TIMEOUT_MS, 2_000),
                number(config, READ_TIMEOUT_MS, 3_000));
    }

    private static String authorization(Map<String, ?> config, List<URI> addresses) {
        String source = text(config, CREDENTIALS_SOURCE, "URL");
        String userInfo = switch (source) {
            case "USER_INFO" -> text(config, USER_INFO, null);
            case "URL" ->
                addresses.stream()
                        .map(URI::getUserInfo)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
            default -> throw new ConfigException(CREDENTIALS_SOURCE, source, "this serde knows USER_INFO and URL");
        };
        if (userInfo == null) {
            if (source.equals("USER_INFO")) {
                throw new ConfigException(
                        USER_INFO, null, "needed because %s is USER_INFO".formatted(CREDENTIALS_SOURCE));
            }
            return null;
        }
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
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

    private static String text(Map<String, ?> config, String key, String fallback) {
        Object value = config.get(key);
        return value == null ? fallback : value.toString();
    }

    private static long number(Map<String, ?> config, String key, long fallback) {
        Object value = config.get(key);
        if (value == null) {
            return fallback;
        }
        try {
            long number = Long.parseLong(value.toString());
            if (number >= 0 && number <= Integer.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new ConfigException(key, value, "must be a whole number from 0 to " + Integer.MAX_VALUE);
    }
}
