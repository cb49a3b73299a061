package dungeon.robots.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.EventFolder;
import dungeon.platform.core.InMemoryAggregate;
import dungeon.platform.core.state.InMemoryState;
import dungeon.platform.core.state.StateBackend;
import dungeon.platform.core.state.UnitOfWork;
import dungeon.robots.Encoded;
import dungeon.robots.GameCodes;
import dungeon.robots.GameScenario;
import dungeon.robots.RandomGame;
import dungeon.robots.RobotsContext;
import dungeon.robots.state.RobotsTables;
import dungeon.schemas.ActionFailed;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import dungeon.schemas.FailureReason;
import dungeon.schemas.RobotDestroyed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever folds the events of a game has its state, and whoever has its commands has its events. */
class FoldTest {
    private static final int COMMANDS = 1_500;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theEventsOfARandomGameGiveItsState(long seed) {
        GameScenario game = RandomGame.play(seed, COMMANDS);

        assertThat(game.replayed()).isEqualTo(game.records());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theSameCommandsGiveTheSameEventsByteForByte(long seed) {
        List<byte[]> published = bytes(RandomGame.play(seed, COMMANDS).events());

        List<Event> again = new ArrayList<>();
        InMemoryAggregate<Command, Event> game = RobotsContext.inMemory(GameScenario.GAME);
        for (RandomGame.Delivery delivery : RandomGame.log(seed, COMMANDS)) {
            game.handle(delivery.command(), delivery.metadata(), again::addAll);
        }

        assertThat(bytes(again)).usingElementComparator(Arrays::compare).isEqualTo(published);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatHasBeenFoldedAlreadyChangesNothing(long seed) {
        List<Event> events = RandomGame.play(seed, 600).events();
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            int to = random.nextInt(events.size() + 1);
            int from = random.nextInt(to + 1);
            InMemoryState once = fold(empty(), events.subList(0, to));
            InMemoryState twice = fold(empty(), events.subList(0, to));

            fold(twice, events.subList(from, to));

            assertThat(twice).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aFoldThatIsTakenUpAgainOverRecordsOfDifferentAgesComesToTheSameState(long seed) {
        List<Event> events = RandomGame.play(seed, 600).events();
        StateOfVersions versions = new StateOfVersions(GameScenario.GAME);
        EventFolder<Event> folder = folderOn(versions);
        for (Event event : events) {
            folder.fold(event);
            folder.commit();
            versions.nextVersion();
        }
        InMemoryState whole = withoutTimers(fold(empty(), events));
        Random random = new Random(seed);

        for (int i = 0; i < 60; i++) {
            int from = i < 20 ? random.nextInt(30) : random.nextInt(events.size() + 1);
            InMemoryState stale = versions.mixed(from, random);
            // Timers are no records and are only where the stores are one with the log, so they are left out.
            assertThat(withoutTimers(fold(stale, events.subList(from, events.size()))))
                    .as("from event %d of %d", from, events.size())
                    .isEqualTo(whole);
        }
    }

    @Test
    void theRandomGamesAreWorthTheirName() {
        List<Object> payloads = LongStream.rangeClosed(1, 6)
                .boxed()
                .flatMap(seed -> RandomGame.play(seed, COMMANDS).events().stream())
                .map(Event::getPayload)
                .toList();

        Map<String, Long> kinds =
                counts(payloads.stream().map(payload -> payload.getClass().getSimpleName()));
        assertThat(kinds.keySet()).isEqualTo(allEventsButThePurge());
        // A handful of each, so that a fold that loses one of a kind is found out.
        assertThat(kinds.entrySet())
                .filteredOn(kind ->
                        !kind.getKey().startsWith("Game") && !kind.getKey().startsWith("Map"))
                .allMatch(kind -> kind.getValue() >= 5);
        assertThat(kinds.get("GameEnded")).isEqualTo(6);

        assertThat(counts(payloads.stream()
                                .filter(CommandRejected.class::isInstance)
                                .map(payload -> ((CommandRejected) payload).getCode()))
                        .keySet())
                .isEqualTo(GameCodes.ALL);
        assertThat(counts(payloads.stream()
                                .filter(ActionFailed.class::isInstance)
                                .map(payload -> ((ActionFailed) payload).getReason()))
                        .keySet())
                .isEqualTo(EnumSet.complementOf(EnumSet.of(FailureReason.UNKNOWN)));
        assertThat(payloads.stream()
                        .filter(RobotDestroyed.class::isInstance)
                        .map(RobotDestroyed.class::cast)
                        .filter(destroyed -> !destroyed.getLooted().isEmpty()))
                .hasSizeGreaterThan(5);
    }

    private static <T> Map<T, Long> counts(Stream<T> things) {
        return things.collect(Collectors.groupingBy(thing -> thing, Collectors.counting()));
    }

    private static Set<String> allEventsButThePurge() {
        return Event.getClassSchema().getField("payload").schema().getTypes().stream()
                .map(Schema::getName)
                .filter(name -> !name.equals("GamePurged"))
                .collect(Collectors.toSet());
    }

    private static InMemoryState empty() {
        return new InMemoryState(RobotsTables.ALL, GameScenario.GAME);
    }

    private static EventFolder<Event> folderOn(StateBackend state) {
        return new EventFolder<>(RobotsContext.CONTEXT, new UnitOfWork(RobotsTables.ALL, state));
    }

    private static InMemoryState fold(InMemoryState state, List<Event> events) {
        EventFolder<Event> folder = folderOn(state);
        for (Event event : events) {
            folder.fold(event);
            folder.commit();
        }
        return state;
    }

    private static InMemoryState withoutTimers(InMemoryState state) {
        state.timers().all().forEach(state::remove);
        return state;
    }

    private static List<byte[]> bytes(List<Event> events) {
        return events.stream().map(Encoded::bytes).toList();
    }
}
