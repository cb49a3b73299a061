package dungeon.schemas.topics;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of the topics of games that a process works with. An installation whose games need more partitions gets topics of the next
 * version, because the partitions of those that are in use are never changed; docs/scaling.md has the procedure. All processes of an
 * installation have the same, but for those that look at old games.
 *
 * @param version in the names of the topics, from 1
 * @param partitions of each of them; fixed for the life of a version
 */
public record GamesTopics(int version, int partitions) {
    /** The setting, in the environment. It is read before any other, because the topics are constants of a process. */
    public static final String VARIABLE = "DUNGEON_GAMES_TOPICS";

    /** Version 1, with as many partitions as other topics. */
    private static final GamesTopics FIRST = new GamesTopics(1, Topics.PARTITIONS);

    private static final Pattern FORM = Pattern.compile("v([1-9][0-9]{0,3}):([1-9][0-9]{0,3})");

    /**
     * What this process works with.
     *
     * @throws IllegalArgumentException if the setting is none
     */
    public static GamesTopics ofProcess() {
        return parse(System.getenv().getOrDefault(VARIABLE, ""));
    }

    /**
     * Passes if a service has the setting that its process has.
     *
     * @param text of the service, from wherever it takes its settings
     * @throws IllegalArgumentException if it is another one, or none at all
     */
    public static void require(String text) {
        GamesTopics ofProcess = ofProcess();
        if (!text.isBlank() && !parse(text).equals(ofProcess)) {
            throw new IllegalArgumentException(
                    "games.topics is %s, and this process works with %s: set %s in the environment, because it is read before all other settings"
                            .formatted(text, ofProcess, VARIABLE));
        }
    }

    @Override
    public String toString() {
        return "v%d:%d".formatted(version, partitions);
    }

    /**
     * Reads the setting.
     *
     * @param text such as {@code v2:24}, version 2 with 24 partitions; blank for version 1 with those of all topics
     * @throws IllegalArgumentException if it is neither
     */
    static GamesTopics parse(String text) {
        if (text.isBlank()) {
            return FIRST;
        }
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "%s is '%s' and must be a version with its partitions, such as v2:24".formatted(VARIABLE, text));
        }
        return new GamesTopics(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** How many partitions these topics have, if that is not as many as others, or nobody may choose it any more. */
    OptionalInt ownPartitions() {
        return equals(FIRST) ? OptionalInt.empty() : OptionalInt.of(partitions);
    }

    /** The name of a topic of games in this version. */
    String named(String withoutVersion) {
        return "%s.v%d".formatted(withoutVersion, version);
    }

    /**
     * The id of an application that keeps state of games: its changelogs have as many partitions as the topics, so each version of those has
     * an application of its own.
     */
    public String applicationId(String usual) {
        return version == 1 ? usual : "%s-v%d".formatted(usual, version);
    }
}
