package dungeon.queries.openapi;

import java.util.Map;
import java.util.TreeMap;

/** What operations are called in clients that are generated from the description: {@code getGameRobot} and the like. */
final class OperationNames {
    private static final String OPERATORS = "Operators";
    private static final String DESCRIPTIONS = "Descriptions";
    private static final Map<String, String> TAGS_BY_SEGMENT = Map.of(
            "games",
            "Games",
            "rooms",
            "Rooms",
            "matchmaking",
            "Matchmaking",
            "players",
            "Players",
            "map-types",
            "Map types",
            "history",
            "History",
            "analytics",
            "Analytics",
            "asyncapi.json",
            DESCRIPTIONS);

    /** What operations are sorted by, with a sentence for each. */
    static final Map<String, String> TAGS = new TreeMap<>(Map.of(
            "Games",
            "Games, and all that is in them",
            "Rooms",
            "Rooms of tic-tac-toe",
            "Matchmaking",
            "Searches for opponents",
            "Players",
            "Who has registered",
            "Map types",
            "The plans from which games draw their maps",
            "Analytics",
            "What happens in all games, counted in windows of time",
            "History",
            "Games that have ended, and what they came to",
            DESCRIPTIONS,
            "What there is beside these routes, for programs to read",
            OPERATORS,
            "How this instance is"));

    private OperationNames() {}

    /** Of a GET: the nouns of its path, in the singular where an id follows. */
    static String of(String path) {
        String[] segments = path.substring(1).split("/", -1);
        StringBuilder name = new StringBuilder("get");
        for (int i = 0; i < segments.length; i++) {
            if (!segments[i].startsWith("{")) {
                boolean one = i + 1 < segments.length && segments[i + 1].startsWith("{");
                append(name, one ? segments[i].replaceFirst("s$", "") : segments[i]);
            }
        }
        return name.toString();
    }

    /** The tag of a path. */
    static String tag(String path) {
        return TAGS_BY_SEGMENT.getOrDefault(path.substring(1).split("/", -1)[0], OPERATORS);
    }

    private static void append(StringBuilder name, String segment) {
        for (String word : segment.split("[^a-z]+", -1)) {
            if (!word.isEmpty()) {
                name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
            }
        }
    }
}
