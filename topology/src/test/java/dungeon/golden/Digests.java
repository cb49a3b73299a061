package dungeon.golden;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The digests of the state of the recorded games as a text file: a line for each checkpoint of a game. */
final class Digests {
    private static final String FILE = "digests.txt";
    private static final String COMMENT = "#";
    private static final String HEADER = """
            # The state of each recorded game: name of the game, number of the event after which it is looked at, SHA-256.
            # GoldenLogsTest compares it, and says how it is written anew.
            """;

    private Digests() {}

    /** Digests by number of the event. */
    static Map<Long, String> of(List<Snapshot> snapshots) {
        Map<Long, String> digests = new TreeMap<>();
        snapshots.forEach(snapshot -> digests.put(snapshot.sequence(), snapshot.digest()));
        return digests;
    }

    /** The digests that are checked in: by game, and by number of the event. */
    static Map<String, Map<Long, String>> read() throws IOException {
        Map<String, Map<Long, String>> games = new TreeMap<>();
        try (InputStream in = GoldenFiles.open(FILE)) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith(COMMENT))
                    .toList()) {
                String[] parts = line.split(" ", -1);
                games.computeIfAbsent(parts[0], name -> new TreeMap<>()).put(Long.valueOf(parts[1]), parts[2]);
            }
        }
        return games;
    }

    /** Writes the file anew, into the sources. */
    static void write(Map<String, Map<Long, String>> games) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        games.forEach((name, digests) ->
                digests.forEach((sequence, digest) -> text.append("%s %d %s\n".formatted(name, sequence, digest))));
        Files.writeString(GoldenFiles.source(FILE), text);
    }
}
