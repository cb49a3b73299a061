package dungeon.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dungeon.standalone.DungeonProcess;
import dungeon.standalone.machine.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./dungeon play} from the outside. */
@Tag("broker")
@Timeout(300)
class PlayTest {
    /** Rank, name, points in all and by category. */
    private static final Pattern STANDING = Pattern.compile(
            "(?m)^ *(\\d+)  ((?:miner|trader|fighter|explorer)-\\w+) +(-?\\d+) +(\\d+) +(\\d+) +(\\d+) +(-?\\d+) +(\\d+) .*$");

    private final List<Integer> ports = FreePorts.several(4);

    @TempDir
    Path folder;

    @Test
    void playsAMatchAndPrintsTheStandings() throws Exception {
        try (DungeonProcess play = play("--bots", "3", "--duration", "15s")) {
            assertThat(play.awaitEnd()).as(play.output()).isZero();
            assertThat(play.output())
                    .contains("Created the game")
                    .contains("The first robot is on the map")
                    .contains(" left   ");
            assertThat(names(play.output())).hasSize(3);
            Matcher standing = STANDING.matcher(play.output());
            while (standing.find()) {
                int points = 0;
                for (int category = 4; category <= 8; category++) {
                    points += Integer.parseInt(standing.group(category));
                }
                // Each bot has moved or got better, even in so short a time.
                assertThat(Integer.parseInt(standing.group(3))).isPositive().isEqualTo(points);
            }
        }
    }

    @Test
    @Tag("slow")
    void playsTicTacToeAndDrawsEachRound() throws Exception {
        try (DungeonProcess play = play("--game", "tictactoe", "--rounds", "3")) {
            assertThat(play.awaitEnd()).as(play.output()).isZero();
            assertThat(play.output())
                    .containsPattern("watch it at http://127.0.0.1:\\d+/#/tic-tac-toe/[0-9a-f-]{36}")
                    .containsPattern("Round 1: perfect-\\w{4} plays X and begins, easy-\\w{4} plays O")
                    .containsPattern("Round 2: easy-\\w{4} plays X and begins, perfect-\\w{4} plays O")
                    .contains("Round 3")
                    .contains("[X]", "[O]");
            Matcher row = Pattern.compile("(?m)^(perfect|easy)-\\w{4} +(\\d) +(\\d) +(\\d)$")
                    .matcher(play.output());
            int rows = 0;
            while (row.find()) {
                rows++;
                assertThat(Integer.parseInt(row.group(2))
                                + Integer.parseInt(row.group(3))
                                + Integer.parseInt(row.group(4)))
                        .isEqualTo(3);
                // One that looks at all that can come loses none.
                assertThat(row.group(1).equals("perfect") && !row.group(4).equals("0"))
                        .isFalse();
            }
            assertThat(rows).isEqualTo(2);
        }
    }

    @Test
    @Tag("slow")
    void stopsCleanlyWhenItIsTold() throws Exception {
        try (DungeonProcess play = play("--bots", "2", "--duration", "10m")) {
            play.awaitOutput(" left ");
            List<ProcessHandle> children = play.children();
            assertThat(children).hasSize(1);
            play.terminate();
            assertThat(play.awaitEnd()).isEqualTo(128 + 15);
            assertThat(play.output()).contains("Stopping").doesNotContain("It failed");
            await().atMost(Duration.ofSeconds(10)).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    private DungeonProcess play(String... options) throws Exception {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "play";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return DungeonProcess.start(folder, ports, arguments);
    }

    private static Set<String> names(String output) {
        Set<String> names = new TreeSet<>();
        Matcher standing = STANDING.matcher(output);
        while (standing.find()) {
            names.add(standing.group(2));
        }
        return names;
    }
}
