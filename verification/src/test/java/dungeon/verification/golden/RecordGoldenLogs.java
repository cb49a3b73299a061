package dungeon.verification.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Principal;
import dungeon.players.arena.VirtualGame;
import dungeon.players.strategies.HouseStrategy;
import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.Rules;
import dungeon.schemas.maps.ShippedMaps;
import dungeon.verification.simulation.Delivery;
import dungeon.verification.simulation.RandomGame;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;

/**
 * Plays other golden games and writes their commands among the test resources of topology, on demand only: no build runs it,
 * because its name does not end in Test. Events and digests come with a second run, there.
 */
class RecordGoldenLogs {
    private static final String HOW_TO_RECORD = """
            To play other games, run
              mvn -B -q -pl verification -am test -Dtest=RecordGoldenLogs -Dgolden.logs=rewrite -Dsurefire.failIfNoSpecifiedTests=false
              mvn -B -q -pl topology -am test -Dtest=WriteGoldenLogs -Dgolden.logs=rewrite -Dsurefire.failIfNoSpecifiedTests=false
            and commit the files. For other events of the same games the second line is enough.
            """;

    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", "."), "../topology/src/test/resources/golden");

    /** Games in which between them everything happens several times; what is rare comes seldom in games as short as these. */
    private static final List<Integer> SEEDS = List.of(
            49, 63, 133, 162, 206, 231, 245, 258, 297, 302, 316, 448, 470, 496, 664, 729, 753, 799, 806, 830, 990, 1022,
            1040, 1051, 1079, 1088, 1152, 1156, 1157, 1191, 1235, 1262, 1299, 1351, 1422, 1426, 1446, 1458, 1459, 1490);

    private static final int COMMANDS = 200;
    private static final Duration MATCH = Duration.ofMinutes(2);
    private static final long MATCH_SEED = 1;

    private Schema game;

    @Test
    void recordCommands() throws IOException {
        assertThat(System.getProperty("golden.logs", ""))
                .as("Say -Dgolden.logs=rewrite. " + HOW_TO_RECORD)
                .isEqualTo("rewrite");
        Schema.Parser parser = new Schema.Parser();
        parser.addTypes(List.of(Command.getClassSchema(), Event.getClassSchema()));
        game = parser.parse(FOLDER.resolve("game.avsc").toFile());
        List<GenericRecord> randomGames = new ArrayList<>();
        for (int seed : SEEDS) {
            randomGames.add(game("random-%04d".formatted(seed), randomGame(seed)));
        }
        write("random-games", randomGames);
        for (String map : ShippedMaps.NAMES) {
            String name = "match-" + map;
            write(name, List.of(game(name, match(map))));
        }
    }

    private static List<Delivery> randomGame(long seed) {
        // Not the seed itself: those of neighbours begin with much the same numbers.
        return RandomGame.play(new SplittableRandom(seed).nextLong(), COMMANDS).sent();
    }

    private static List<Delivery> match(String map) {
        List<VirtualGame.Seat> seats = Arrays.stream(HouseStrategy.values())
                .map(strategy -> new VirtualGame.Seat(strategy.label(), strategy.create()))
                .toList();
        List<Delivery> sent = new ArrayList<>();
        VirtualGame.play(
                ShippedMaps.read(map),
                Rules.newBuilder().build(),
                MATCH,
                seats,
                MATCH_SEED,
                (command, arrival) -> sent.add(new Delivery(command, arrival)));
        return sent;
    }

    private void write(String name, List<GenericRecord> games) throws IOException {
        try (DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new SpecificDatumWriter<>(game))) {
            writer.create(game, FOLDER.resolve(name + ".avro").toFile());
            for (GenericRecord played : games) {
                writer.append(played);
            }
        }
    }

    private GenericRecord game(String name, List<Delivery> sent) {
        GenericRecord record = new GenericData.Record(game);
        record.put("name", name);
        record.put("steps", sent.stream().map(this::step).toList());
        return record;
    }

    private GenericRecord step(Delivery delivery) {
        CommandMetadata arrival = delivery.arrival();
        Principal caller = arrival.principal();
        GenericRecord step =
                new GenericData.Record(game.getField("steps").schema().getElementType());
        step.put("command", delivery.command());
        step.put("callerKind", caller.kind().name());
        step.put("callerId", caller.playerId());
        step.put("callerName", caller.name());
        step.put("callerProblem", caller.problem());
        step.put("stampMs", arrival.appendTimeMs());
        step.put("bytes", arrival.bytes());
        step.put("events", List.of());
        return step;
    }
}
