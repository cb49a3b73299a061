package dungeon.platform.config;

import static org.apache.kafka.common.config.ConfigDef.CaseInsensitiveValidString.in;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import org.apache.kafka.common.config.ConfigDef;

/** The settings of every service, whatever it does. */
public final class CommonSettings {
    /** A file of properties with further settings. */
    public static final String CONFIG = "config";

    /** Which topics of games: only the environment says it, because it is read before all other settings. */
    public static final String GAMES_TOPICS = "games.topics";

    public static final String LOG_FORMAT = "log.format";
    public static final String LOG_LEVEL = "log.level";

    /** A line of text for each entry. */
    public static final String PLAIN = "plain";

    /** An object for each entry, in a line of its own. */
    public static final String JSON = "json";

    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    CONFIG,
                    STRING,
                    "",
                    MEDIUM,
                    "A file of properties with settings; the environment and arguments come before it. Blank for none.")
            .define(
                    GAMES_TOPICS,
                    STRING,
                    "",
                    LOW,
                    "The version of the topics of games, and how many partitions they have, such as `v2:24`; blank for version 1 with 12."
                            + " By the environment only, the same for all services of an installation; how it is raised is in docs/scaling.md.")
            .define(
                    LOG_FORMAT,
                    STRING,
                    PLAIN,
                    in(PLAIN, JSON),
                    MEDIUM,
                    "How the log looks: `plain` for people, `json` for programs, with gameId, commandId and traceId where they are known.")
            .define(
                    LOG_LEVEL,
                    STRING,
                    "INFO",
                    in("ERROR", "WARN", "INFO", "DEBUG", "TRACE"),
                    LOW,
                    "From which level on our own code logs; libraries log warnings, and Kafka Streams its states.");

    private CommonSettings() {}

    /** All of them. */
    public static ConfigDef definition() {
        return new ConfigDef(DEFINITION);
    }
}
