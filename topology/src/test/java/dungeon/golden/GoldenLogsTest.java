package dungeon.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.robots.GameCodes;
import dungeon.schemas.ActionFailed;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.DestructionCause;
import dungeon.schemas.EndReason;
import dungeon.schemas.Event;
import dungeon.schemas.FailureReason;
import dungeon.schemas.GameEnded;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.Tick;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Games that an earlier build has decided come out the same. */
class GoldenLogsTest {
    private static final Map<String, GoldenRules.Replay> REPLAYS = new HashMap<>();

    private static List<GoldenGame> games;

    @BeforeAll
    static void readGames() throws IOException {
        games = GoldenFiles.readAll();
    }

    @AfterAll
    static void forgetGames() {
        games = null;
        REPLAYS.clear();
    }

    static List<GoldenGame> games() {
        return games;
    }

    @ParameterizedTest
    @MethodSource("games")
    void theCommandsOfAGameGiveItsEventsByteForByte(GoldenGame game) throws IOException {
        List<Step> decided = replay(game).steps();

        for (int i = 0; i < decided.size(); i++) {
            List<Event> expected = game.steps().get(i).events();
            List<Event> found = decided.get(i).events();
            if (!bytes(found).equals(bytes(expected))) {
                assertThat(found)
                        .as("%s, command %d: %s. %s", game, i, decided.get(i).arrived(), GoldenFiles.HOW_TO_REWRITE)
                        .isEqualTo(expected);
            }
            assertThat(bytes(found)).as("%s, command %d", game, i).isEqualTo(bytes(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("games")
    void theCommandsOfAGameAndItsEventsGiveTheSameState(GoldenGame game) {
        List<Snapshot> replayed = replay(game).snapshots();
        List<Snapshot> folded = GoldenRules.fold(game.events());

        assertThat(folded).hasSameSizeAs(replayed).hasSizeGreaterThan(1);
        for (int i = 0; i < replayed.size(); i++) {
            assertThat(folded.get(i).lines())
                    .as("%s after event %d", game, replayed.get(i).sequence())
                    .isEqualTo(replayed.get(i).lines());
        }
    }

    @ParameterizedTest
    @MethodSource("games")
    void theCommandsOfAGameGiveTheStateThatWasRecorded(GoldenGame game) throws IOException {
        List<Snapshot> replayed = replay(game).snapshots();

        assertThat(Digests.of(replayed))
                .as("%s: digests by number of the event. %s", game, GoldenFiles.HOW_TO_REWRITE)
                .isEqualTo(Digests.read().get(game.name()));
    }

    @Test
    void everyGameIsRecordedOnce() throws IOException {
        assertThat(games).extracting(GoldenGame::name).doesNotHaveDuplicates().hasSizeGreaterThan(40);
        assertThat(Digests.read().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        games.stream().map(GoldenGame::name).toList());
    }

    @Test
    void everyKindOfCommandAndEventIsAmongThem() {
        assertThat(kinds(commands().map(Command::getPayload))).isEqualTo(kindsOf(Command.getClassSchema()));
        assertThat(kinds(events().map(Event::getPayload))).isEqualTo(kindsOf(Event.getClassSchema()));
    }

    @Test
    void everyRejectionFailureDestructionAndEndIsAmongThem() {
        assertThat(values(CommandRejected.class, CommandRejected::getCode)).isEqualTo(GameCodes.ALL);
        assertThat(values(ActionFailed.class, ActionFailed::getReason))
                .isEqualTo(EnumSet.complementOf(EnumSet.of(FailureReason.UNKNOWN)));
        assertThat(values(RobotDestroyed.class, RobotDestroyed::getCause))
                .isEqualTo(EnumSet.complementOf(EnumSet.of(DestructionCause.UNKNOWN)));
        assertThat(values(GameEnded.class, GameEnded::getReason))
                .isEqualTo(EnumSet.complementOf(EnumSet.of(EndReason.UNKNOWN)));
    }

    /** Not among them: who has no token that holds, because such commands get into the log of no game, and a player's practice game. */
    @Test
    void commandsOfAllSendersAndRepeatedOnesAreAmongThem() {
        assertThat(steps().map(step -> step.arrived().callerKind()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("REGISTRAR", "PLAYER", "ADMINISTRATOR");
        assertThat(steps().filter(GoldenLogsTest::isWithoutEffect).count()).isGreaterThan(10);
    }

    private static boolean isWithoutEffect(Step step) {
        return step.events().isEmpty() && !(step.arrived().command().getPayload() instanceof Tick);
    }

    /** Each game is decided once for all tests. */
    private static GoldenRules.Replay replay(GoldenGame game) {
        return REPLAYS.computeIfAbsent(game.name(), name -> GoldenRules.replay(game.commands()));
    }

    private static Stream<Step> steps() {
        return games.stream().flatMap(game -> game.steps().stream());
    }

    private static Stream<Command> commands() {
        return steps().map(step -> step.arrived().command());
    }

    private static Stream<Event> events() {
        return games.stream().flatMap(game -> game.events().stream());
    }

    private static Set<String> kinds(Stream<Object> payloads) {
        return payloads.map(payload -> ((IndexedRecord) payload).getSchema().getName())
                .collect(Collectors.toSet());
    }

    private static Set<String> kindsOf(Schema envelope) {
        return envelope.getField("payload").schema().getTypes().stream()
                .map(Schema::getName)
                .collect(Collectors.toSet());
    }

    private static <T, V> Set<V> values(Class<T> payload, Function<T, V> value) {
        return events().map(Event::getPayload)
                .filter(payload::isInstance)
                .map(payload::cast)
                .map(value)
                .collect(Collectors.toSet());
    }

    private static List<ByteBuffer> bytes(List<Event> events) throws IOException {
        ByteBuffer[] bytes = new ByteBuffer[events.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = events.get(i).toByteBuffer();
        }
        return List.of(bytes);
    }
}
