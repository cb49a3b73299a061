package dungeon.players.host;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Range.between;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import dungeon.platform.config.Settings;
import dungeon.platform.operator.OperatorSettings;
import dungeon.players.connection.Platform;
import dungeon.players.practice.PracticeLimits;
import dungeon.players.practice.Turn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * The settings of the service, by the names that {@link Settings#texts} reads.
 *
 * @param httpHost {@code http.host}: the address on which operators see how it is
 * @param httpPort {@code http.port}: the port; 0 for any that is free
 * @param platform where the bots play
 * @param folder {@code state.dir}: keeps who the bots are
 * @param turn which of the instances this is
 * @param gamesMaximum {@code games.maximum}: how many games are played at a time
 */
public record BotsConfig(String httpHost, int httpPort, Platform platform, Path folder, Turn turn, int gamesMaximum) {
    private static final int INSTANCES_MAXIMUM = 100;

    private static final int OPERATOR_PORT = 9406;

    private static final ConfigDef DEFINITION = OperatorSettings.define(
            new ConfigDef()
                    .define(
                            "queries.url",
                            STRING,
                            "http://127.0.0.1:8081",
                            HIGH,
                            "The queries, without a slash at the end; what is for command-ingest goes to /ingest/ there. Bots need nothing else.")
                    .define(
                            "state.dir",
                            STRING,
                            ".dungeon/service-bots",
                            HIGH,
                            "The folder with the bots' names and tokens; an instance that loses it cannot go on with its games.")
                    .define(
                            "instance",
                            INT,
                            0,
                            between(0, INSTANCES_MAXIMUM - 1),
                            HIGH,
                            "Which of the instances this is, from 0; no two may have the same.")
                    .define(
                            "instances",
                            INT,
                            1,
                            between(1, INSTANCES_MAXIMUM),
                            HIGH,
                            "How many instances share the games; the same for all of them.")
                    .define(
                            "patience.ms",
                            LONG,
                            PracticeLimits.PATIENCE.toMillis(),
                            atLeast(1_000),
                            LOW,
                            "How long each instance has its turn to take a game, in its first half; the same for all of them. Their clocks may differ by half of it.")
                    .define(
                            "games.maximum",
                            INT,
                            PracticeLimits.GAMES_MAXIMUM,
                            between(1, 1_000),
                            HIGH,
                            "Games that are played at a time, by up to 9 bots each; more wait, or are taken by other instances. From 23 on, their bots need a higher event.streams.per.address.maximum at the queries."),
            OPERATOR_PORT);

    /**
     * Reads the settings.
     *
     * @throws ConfigException if one cannot be right
     */
    public static BotsConfig from(Map<String, String> texts) {
        Settings settings = new Settings(DEFINITION, texts);
        String url = settings.text("queries.url");
        if (!url.matches("https?://[^\\s?#]+[^\\s?#/]")) {
            throw new ConfigException(
                    "queries.url", url, "It must be http:// or https:// and a host, without a slash at the end.");
        }
        return new BotsConfig(
                settings.text(OperatorSettings.HOST),
                settings.number(OperatorSettings.PORT),
                new Platform(url + "/ingest", url, "", ""),
                Path.of(settings.text("state.dir")),
                turn(settings),
                settings.number("games.maximum"));
    }

    private static Turn turn(Settings settings) {
        try {
            return new Turn(
                    settings.number("instance"),
                    settings.number("instances"),
                    Duration.ofMillis(settings.bigNumber("patience.ms")));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(e.getMessage());
        }
    }

    /** The settings with their defaults and reasons. */
    public static ConfigDef definition() {
        return new ConfigDef(DEFINITION);
    }
}
