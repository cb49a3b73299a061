package dungeon.standalone.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.Event;
import dungeon.standalone.simulation.RandomGame;
import dungeon.standalone.simulation.SimulatedGame;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

/**
 * Real games in which one field of one event is another: for each field of each kind of event the auditor has to see it.
 * Not every change of a value can be seen (which price nobody pays is not known from the events), so each field is tried
 * in several places, and one of them has to do.
 */
class FieldMutationsTest {
    private static final int GAMES = 16;
    private static final int COMMANDS = 800;
    private static final int TRIES_MAXIMUM = 8;

    /** Texts for people, which the contract leaves free, and the details of most refusals. */
    private static final Set<String> FREE = Set.of(
            "CommandRejected.message",
            "CommandRejected.details less",
            "CommandRejected.details[].name",
            "CommandRejected.details[].value",
            "RobotSpawned.name");

    /** Without the commands nobody knows the names of players, and which id a command had that was done at once. */
    private static final Set<String> FREE_WITHOUT_COMMANDS = Set.of(
            "GameStarted envelope.commandId",
            "PlayerJoined envelope.commandId",
            "PlayerJoined.playerName",
            "QueueCleared envelope.commandId",
            "RobotSpawned.name");

    /** Their fields say what was ordered and what is allowed, which without the commands shows only now and then. */
    private static final Set<String> ORDERS = Set.of("GameCreated", "CommandRejected", "ActionQueued", "GameEnded");

    @Test
    void seesAChangeOfEveryField() {
        Set<String> unseen = unseen(true, Set.of());
        unseen.removeAll(FREE);

        assertThat(unseen).isEmpty();
    }

    @Test
    void seesAChangeOfMostFieldsWithoutTheCommandsToo() {
        Set<String> unseen = unseen(false, ORDERS);
        unseen.removeAll(FREE_WITHOUT_COMMANDS);

        assertThat(unseen).isEmpty();
    }

    private static Set<String> unseen(boolean withCommands, Set<String> leftOut) {
        Random random = new Random(7);
        Map<String, Integer> tries = new TreeMap<>();
        Set<String> seen = new TreeSet<>();
        for (int seed = 0; seed < GAMES; seed++) {
            SimulatedGame game = RandomGame.play(seed, COMMANDS);
            List<Integer> shuffled =
                    IntStream.range(0, game.events().size()).boxed().collect(Collectors.toList());
            Collections.shuffle(shuffled, random);
            for (int index : shuffled) {
                Event event = game.events().get(index);
                if (event.getSequence() == 0
                        || leftOut.contains(event.getPayload().getClass().getSimpleName())) {
                    continue;
                }
                for (Map.Entry<String, Consumer<Event>> mutation :
                        FieldMutations.of(event, random).entrySet()) {
                    String path = mutation.getKey();
                    if (!seen.contains(path) && tries.merge(path, 1, Integer::sum) <= TRIES_MAXIMUM) {
                        Event changed = SpecificData.get().deepCopy(Event.SCHEMA$, event);
                        mutation.getValue().accept(changed);
                        if (isSeen(game, index, changed, withCommands)) {
                            seen.add(path);
                        }
                    }
                }
            }
        }
        Set<String> unseen = new TreeSet<>(tries.keySet());
        unseen.removeAll(seen);
        return unseen;
    }

    private static boolean isSeen(SimulatedGame game, int index, Event changed, boolean withCommands) {
        GameAuditor auditor = new GameAuditor(changed.getGameId());
        if (withCommands) {
            game.sent().forEach(sent -> auditor.sent(sent.forAuditor()));
        }
        for (int i = 0; i < game.events().size() && auditor.finding().isEmpty(); i++) {
            auditor.see(i == index ? changed : game.events().get(i));
        }
        auditor.finding()
                .filter(finding -> changed.getSequence() > 0 && finding.sequence() > 0)
                .ifPresent(finding -> assertThat(finding.sequence())
                        .as("%s", finding)
                        .isGreaterThanOrEqualTo(Math.min(
                                changed.getSequence(), game.events().get(index).getSequence())));
        return auditor.finding().isPresent();
    }
}
