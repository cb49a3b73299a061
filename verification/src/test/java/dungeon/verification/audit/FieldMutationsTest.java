package dungeon.verification.audit;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.Event;
import dungeon.verification.audit.finding.Finding;
import dungeon.verification.simulation.RandomGame;
import dungeon.verification.simulation.SimulatedGame;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Real games in which one field of one event is another: for each field of each kind of event the auditor has to see it.
 * Not every change of a value can be seen (which price nobody pays is not known from the events), so each field is tried
 * in several places, and one of them has to do.
 */
class FieldMutationsTest {
    private static final int GAMES = 40;
    private static final int COMMANDS = 800;
    private static final int TRIES_MAXIMUM = 8;

    /** Texts for people, which the contract leaves free, and the details of most refusals. */
    private static final Set<String> FREE = Set.of(
            "CommandRejected.message",
            "CommandRejected.details less",
            "CommandRejected.details more",
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

    /** What an event tells, so that nobody has to know the rules to fold it: the finding says which of it is wrong. */
    private static final Map<String, String> NAMED = Map.ofEntries(
            entry("ActionFailed.condition.runsAt", "robot's runsAt"),
            entry("ActionQueued.runsAt", "runsAt of the queue"),
            entry("GameCreated.expiresAt", "expiresAt"),
            entry("GameCreated.mapTypeId", "mapTypeId"),
            entry("GameCreated.mapTypeId := null", "mapTypeId"),
            entry("GameCreated.mapTypeId := some", "mapTypeId"),
            entry("GameCreated.rulesVersion", "rulesVersion"),
            entry("GameEnded.purgedAt", "purgedAt"),
            entry("MapInstantiated.depositUnits less", "depositUnits"),
            entry("MapInstantiated.depositUnits more", "depositUnits"),
            entry("MapInstantiated.depositUnits[]", "depositUnits"),
            entry("MapInstantiated.nextDraw", "nextDraw"),
            entry("MineDiscovered.deposits less", "deposits"),
            entry("MineDiscovered.deposits more", "deposits"),
            entry("MineDiscovered.deposits[].discoveries", "deposits"),
            entry("MineDiscovered.deposits[].dueAt := some", "deposits"),
            entry("MineDiscovered.deposits[].entry", "deposits"),
            entry("MineDiscovered.deposits[].leftUnits", "deposits"),
            entry("MineDiscovered.entry", "entry"),
            entry("MineDiscovered.nextDraw", "nextDraw"),
            entry("MiningStarted.condition.runsAt", "robot's runsAt"),
            entry("PlayerJoined.number", "number"),
            entry("ResourcesMined.deposits less", "deposits"),
            entry("ResourcesMined.deposits more", "deposits"),
            entry("ResourcesMined.deposits[].discoveries", "deposits"),
            entry("ResourcesMined.deposits[].dueAt", "deposits"),
            entry("ResourcesMined.deposits[].dueAt := null", "deposits"),
            entry("ResourcesMined.deposits[].dueAt := some", "deposits"),
            entry("ResourcesMined.deposits[].entry", "deposits"),
            entry("ResourcesMined.deposits[].leftUnits", "deposits"),
            entry("ResourcesSold.condition.runsAt", "robot's runsAt"),
            entry("RobotAttacked.condition.runsAt", "attacker's runsAt"),
            entry("RobotAttacked.targetCondition.runsAt", "target's runsAt"),
            entry("RobotDestroyed.cargo := null", "cargo of the destroyer"),
            entry("RobotDestroyed.cargo := some", "cargo of the destroyer"),
            entry("RobotDestroyed.cargo less", "cargo of the destroyer"),
            entry("RobotDestroyed.cargo more", "cargo of the destroyer"),
            entry("RobotDestroyed.cargo[].resource", "cargo of the destroyer"),
            entry("RobotDestroyed.cargo[].units", "cargo of the destroyer"),
            entry("RobotDestroyed.kills", "kills"),
            entry("RobotDestroyed.kills := null", "kills"),
            entry("RobotDestroyed.kills := some", "kills"),
            entry("RobotMoved.condition.runsAt", "robot's runsAt"),
            entry("RobotMoved.condition.runsAt := null", "robot's runsAt"),
            entry("RobotMoved.condition.runsAt := some", "robot's runsAt"),
            entry("RobotMoved.nextDraw", "nextDraw"),
            entry("RobotMoved.nextDraw := null", "nextDraw"),
            entry("RobotMoved.nextDraw := some", "nextDraw of a move without chance"),
            entry("RobotSpawned.condition.runsAt := some", "robot's runsAt"),
            entry("RobotSpawned.nextId", "nextId"),
            entry("RobotUpgraded.condition.runsAt", "robot's runsAt"),
            entry("RobotUpgraded.upgradeCredits", "upgradeCredits"),
            entry("RobotsPurchased.nextId", "nextId"),
            entry("UpgradePurchased.nextId", "nextId"));

    /** For each field that was changed what the auditor has found, with the commands. */
    private static Map<String, Set<String>> foundWithCommands;

    @BeforeAll
    static void change() {
        foundWithCommands = found(true, Set.of());
    }

    @Test
    void seesAChangeOfEveryField() {
        Set<String> unseen = unseen(foundWithCommands);
        unseen.removeAll(FREE);

        assertThat(unseen).isEmpty();
    }

    @Test
    void saysWhichOfWhatAnEventTellsIsWrong() {
        Map<String, Set<String>> expected = new TreeMap<>();
        NAMED.forEach((path, what) -> expected.put(path, Set.of(what)));

        Map<String, Set<String>> found = new TreeMap<>(foundWithCommands);
        found.keySet().retainAll(NAMED.keySet());
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void seesAChangeOfMostFieldsWithoutTheCommandsToo() {
        Set<String> unseen = unseen(found(false, ORDERS));
        unseen.removeAll(FREE_WITHOUT_COMMANDS);

        assertThat(unseen).isEmpty();
    }

    private static Set<String> unseen(Map<String, Set<String>> found) {
        Set<String> unseen = new TreeSet<>();
        found.forEach((path, whats) -> {
            if (whats.isEmpty()) {
                unseen.add(path);
            }
        });
        return unseen;
    }

    /** What was found where, by the field that was changed; nothing for one that was tried in vain. */
    private static Map<String, Set<String>> found(boolean withCommands, Set<String> leftOut) {
        Random random = new Random(7);
        Map<String, Integer> tries = new TreeMap<>();
        Map<String, Set<String>> found = new TreeMap<>();
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
                    Set<String> whats = found.computeIfAbsent(mutation.getKey(), path -> new TreeSet<>());
                    if (whats.isEmpty() && tries.merge(mutation.getKey(), 1, Integer::sum) <= TRIES_MAXIMUM) {
                        Event changed = SpecificData.get().deepCopy(Event.SCHEMA$, event);
                        mutation.getValue().accept(changed);
                        finding(game, index, changed, withCommands).ifPresent(finding -> whats.add(finding.what()));
                    }
                }
            }
        }
        return found;
    }

    private static Optional<Finding> finding(SimulatedGame game, int index, Event changed, boolean withCommands) {
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
        return auditor.finding();
    }
}
