package dungeon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.analytics.AnalyticsConfig;
import dungeon.app.TopologyConfig;
import dungeon.history.service.HistoryServiceConfig;
import dungeon.platform.config.CommonSettings;
import dungeon.platform.process.ExitCode;
import dungeon.players.host.BotsConfig;
import dungeon.queries.config.QueriesConfig;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.statetopics.StateTopicsConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;

/** The tables of docs/settings.md, made from what the services read. */
final class SettingsPage {
    /** Where the part of the page begins that is made here. */
    static final String MARK =
            "<!-- From here on this page is made of the code; see the test that is named above. -->\n";

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final String INGEST = "dungeon.ingest.";

    /** Of which each has a row of its own. */
    private static final String LIMITS = "dungeon.ingest.limits";

    private final StringBuilder text = new StringBuilder(MARK);

    private SettingsPage() {}

    static String tables() throws IOException {
        SettingsPage page = new SettingsPage();
        page.exitCodes();
        page.table("Every service", CommonSettings.definition());
        page.table(
                "The client of the schema registry, in every service but the history and the bots",
                RegistryConfig.definition());
        page.table("topology", TopologyConfig.definition());
        page.rows("ingest", ingest());
        page.table("queries", QueriesConfig.definition());
        page.table("history", HistoryServiceConfig.definition());
        page.table("analytics", AnalyticsConfig.definition());
        page.table("state-topics", StateTopicsConfig.definition());
        page.table("bots", BotsConfig.definition());
        return page.text.toString();
    }

    /** What a setting is called in the environment. */
    static String variable(String name) {
        String variable = name.startsWith(INGEST) ? name.replace("-", "") : "dungeon." + name;
        return variable.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private void exitCodes() {
        text.append("\n## Exit codes\n\n| code | what has happened | what to do |\n|---|---|---|\n");
        for (ExitCode code : ExitCode.values()) {
            text.append("| %d | %s | %s |\n".formatted(code.code(), code.meaning(), code.remedy()));
        }
        text.append("| 143 | It was asked to stop by SIGTERM, and did. | Nothing. |\n");
    }

    private void table(String title, ConfigDef definition) {
        Map<String, String> rows = new TreeMap<>();
        definition
                .configKeys()
                .values()
                .forEach(key -> rows.put(key.name, row(key.name, key.defaultValue, key.documentation)));
        rows(title, rows);
    }

    private void rows(String title, Map<String, String> rows) {
        text.append("\n## %s\n\n| setting | environment | default | what it is, and why |\n|---|---|---|---|\n"
                .formatted(title));
        rows.values().forEach(text::append);
    }

    /** Spring's annotation processor has written down what the records of the ingest say. */
    private static Map<String, String> ingest() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (URL metadata : Collections.list(SettingsPage.class.getClassLoader().getResources(METADATA))) {
            try (InputStream json = metadata.openStream()) {
                for (JsonNode setting : new ObjectMapper().readTree(json).path("properties")) {
                    String name = setting.path("name").asText();
                    if (name.startsWith(INGEST) && !name.equals(LIMITS)) {
                        rows.put(name, row(name, defaultOf(setting), sentence(setting)));
                    }
                }
            }
        }
        return rows;
    }

    private static String defaultOf(JsonNode setting) {
        JsonNode value = setting.path("defaultValue");
        if (!value.isArray()) {
            return value.asText();
        }
        StringBuilder values = new StringBuilder();
        value.forEach(one -> values.append(values.isEmpty() ? "" : ",").append(one.asText()));
        return values.toString();
    }

    private static String sentence(JsonNode setting) {
        String description = setting.path("description").asText().replaceAll("\\{@code ([^}]*)}", "`$1`");
        String begun = description.substring(0, 1).toUpperCase(Locale.ROOT) + description.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }

    private static String row(String name, Object defaultValue, String description) {
        String shown =
                defaultValue == null || defaultValue.toString().isEmpty() ? "(blank)" : "`%s`".formatted(defaultValue);
        return "| `%s` | `%s` | %s | %s |\n".formatted(name, variable(name), shown, description.replace("|", "\\|"));
    }
}
