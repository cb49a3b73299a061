package dungeon.history.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a connector comes to its database.
 *
 * @param url of the database
 * @param role as which it comes
 * @param password of the role
 */
record SinkLogin(String url, String role, String password) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:(\\w+)}");

    /**
     * What a connector's configuration says.
     *
     * @param environment of the worker, from which it takes most of it
     */
    static SinkLogin of(Path configuration, Map<String, String> environment) throws IOException {
        JsonNode settings = JSON.readTree(configuration.toFile()).path("config");
        return new SinkLogin(
                text(settings, "connection.url", environment),
                text(settings, "connection.username", environment),
                text(settings, "connection.password", environment));
    }

    private static String text(JsonNode settings, String name, Map<String, String> environment) {
        return VARIABLE.matcher(settings.path(name).asText())
                .replaceAll(variable -> Matcher.quoteReplacement(environment.getOrDefault(variable.group(1), "")));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "%s as %s".formatted(url, role);
    }
}
