package dungeon.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.players.bots.BotKind;
import dungeon.standalone.match.MatchPlan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class DungeonCommandTest {
    @TempDir
    Path folder;

    @Test
    void explainsEachCommand() {
        for (String command : new String[] {"play", "up", "tournament", "map", "reset"}) {
            StringWriter output = new StringWriter();
            int exitCode =
                    DungeonCommand.commandLine().setOut(new PrintWriter(output)).execute(command, "--help");
            assertThat(exitCode).isZero();
            assertThat(output.toString()).startsWith("Usage: dungeon " + command);
        }
    }

    @Test
    void playsATournamentOnEachMapAndPrintsItsTable() {
        StringWriter output = new StringWriter();
        int exitCode = DungeonCommand.commandLine()
                .setOut(new PrintWriter(output))
                .execute("tournament", "--map", "example", "--map", "maze", "--games", "1", "--duration", "20s");
        assertThat(exitCode).isZero();
        assertThat(output.toString())
                .contains("example: 1 games of 20s", "maze: 1 games of 20s", "seed 1 ", "strategy   wins ");
    }

    @Test
    void letsStrategiesOfOnesOwnTakePartInATournamentUnderNamesOfTheirOwn() {
        StringWriter output = new StringWriter();
        int exitCode = DungeonCommand.commandLine()
                .setOut(new PrintWriter(output))
                .execute("tournament", "--games", "1", "--duration", "20s", "--player", "miner", "--player", "miner");
        assertThat(exitCode).isZero();
        assertThat(output.toString()).containsPattern("(?m)^miner-2 .*\\Rminer-3 ");
    }

    @Test
    void playsStrategiesOfOnesOwnBesideTheBots() {
        assertThat(plan("--player", "trader", "--bots", "1").players())
                .containsExactly(new BotKind("trader", true), new BotKind("miner", true));
        assertThatThrownBy(() -> plan("--player", "none"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(
                        "'none' is no strategy; write one of the house (miner, trader, fighter, explorer)");
    }

    @Test
    void playsFourBotsForTwoMinutesOnTheExampleMapUnlessToldOtherwise() {
        MatchPlan plan = plan();
        assertThat(plan.players()).isEqualTo(BotKind.mixed(4));
        assertThat(plan.duration()).isEqualTo(Duration.ofMinutes(2));
        // UUIDv3 of map-type:example, as everybody can compute it.
        assertThat(plan.map().request().toString())
                .isEqualTo("{\"mapTypeId\":\"c476ad8d-d8f9-3b1b-8427-239c0f9ab98d\"}");
    }

    @Test
    void playsWhatIsAskedFor() {
        MatchPlan plan = plan("--bots", "7", "--duration", "1h30m");
        assertThat(plan.players()).isEqualTo(BotKind.mixed(7));
        assertThat(plan.duration()).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void playsOnAMapOfAFile() throws Exception {
        Path file = folder.resolve("own.json");
        String map = "{\"name\":\"own\",\"width\":3,\"height\":2,\"defaultGravity\":\"LIGHT\",\"contents\":["
                + "{\"area\":{\"tiles\":[[0,0]]},\"kind\":\"SPACE_STATION\",\"count\":1},"
                + "{\"area\":{\"tiles\":[[1,1]]},\"kind\":\"MINE\",\"count\":1,\"resource\":\"BIO_MATTER\",\"units\":[5,5]}]}";
        Files.writeString(file, map);
        assertThat(plan("--map", file.toString()).map().request().toString()).isEqualTo("{\"map\":" + map + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "--bots,0,--bots must be 1 to 100",
        "--bots,101,--bots must be 1 to 100",
        "--duration,9s,--duration must be 10s to 24h",
        "--duration,25h,--duration must be 10s to 24h"
    })
    void refusesWhatTheRulesDoNotAllow(String option, String value, String message) {
        assertThatThrownBy(() -> plan(option, value))
                .isInstanceOf(ParameterException.class)
                .hasMessage(message);
    }

    @Test
    void playsRobotsUnlessToldOtherwise() {
        assertThat(play().isTicTacToe()).isFalse();
        assertThat(play("--game", "tictactoe", "--rounds", "100", "--open").isTicTacToe())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'--game chess','--game is chess, and must be robots or tictactoe'",
        "'--game tictactoe --rounds 0',--rounds must be 1 to 100",
        "'--game tictactoe --rounds 101',--rounds must be 1 to 100",
        "'--game tictactoe --bots 3',--bots is not for --game tictactoe",
        "'--game tictactoe --duration 1m',--duration is not for --game tictactoe",
        "'--rounds 3',--rounds is not for --game robots"
    })
    void refusesWhatIsNotOfTheGame(String options, String message) {
        PlayCommand play = play(options.split(" ", -1));
        assertThatThrownBy(play::isTicTacToe)
                .isInstanceOf(ParameterException.class)
                .hasMessage(message);
    }

    private static MatchPlan plan(String... options) {
        return play(options).plan();
    }

    private static PlayCommand play(String... options) {
        CommandLine dungeon = DungeonCommand.commandLine();
        dungeon.parseArgs(Stream.concat(Stream.of("play"), Stream.of(options)).toArray(String[]::new));
        return dungeon.getSubcommands().get("play").getCommand();
    }
}
