package dungeon.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Decides the recorded commands with today's rules and writes the events and digests, on demand only: no build runs it,
 * because its name does not end in Test.
 */
class WriteGoldenLogs {
    private final Map<String, Map<Long, String>> digests = new LinkedHashMap<>();

    @Test
    void writeEventsAndDigests() throws IOException {
        assertThat(System.getProperty("golden.logs", ""))
                .as("Say -Dgolden.logs=rewrite. " + GoldenFiles.HOW_TO_REWRITE)
                .isEqualTo("rewrite");
        for (String file : GoldenFiles.all()) {
            List<GoldenGame> games = GoldenFiles.read(file);
            GoldenFiles.write(file, games.stream().map(this::decided).toList());
        }
        Digests.write(digests);
    }

    private GoldenGame decided(GoldenGame game) {
        GoldenRules.Replay replay = GoldenRules.replay(game.commands());
        digests.put(game.name(), Digests.of(replay.snapshots()));
        return new GoldenGame(game.name(), replay.steps());
    }
}
