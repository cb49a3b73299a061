package dungeon.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.rules.Arrival;
import dungeon.rules.Evolution;
import dungeon.rules.GameRules;
import dungeon.rules.InMemoryWorld;
import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.Tick;
import dungeon.standalone.bots.Platform;
import dungeon.topology.admission.RemoteKeys;
import dungeon.topology.admission.TokenVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What must hold of the events that were published, whatever was killed meanwhile. */
final class LogChecks {
    private static final String ACTION = String.join(
            "|",
            "(RobotMoved|RobotAttacked)( RobotDestroyed( PlayerEliminated)?)?",
            "MiningStarted( ResourcesMined( MineDepleted)?( PlayerEliminated)?)?",
            "ResourcesSold");

    /** The events that one command can lead to, in order: decided once, and an action that waited runs once. */
    private static final Pattern ONE_OUTCOME = Pattern.compile(String.join(
            "|",
            "CommandRejected",
            "GameCreated MapInstantiated",
            "GameStarted",
            "GameEnded",
            "PlayerJoined",
            "RobotsPurchased( RobotSpawned)+",
            "UpgradePurchased(( RobotUpgraded)+| VoucherDiscarded)",
            "QueueCleared",
            "ActionQueued",
            "(ActionQueued )?(" + ACTION + "|ActionFailed)"));

    private LogChecks() {}

    /** The sequence of each game is 1, 2, 3, ... without a gap, and its time never runs backwards. */
    static void sequencesHaveNoGap(PublishedLog log) {
        for (String gameId : log.gameIds()) {
            List<Event> events = numbered(log, gameId);
            for (int i = 0; i < events.size(); i++) {
                assertThat(events.get(i).getSequence())
                        .as("sequence of event %d of game %s: %s", i, gameId, events.get(i))
                        .isEqualTo(i + 1L);
                if (i > 0) {
                    assertThat(events.get(i).getTime())
                            .isAfterOrEqualTo(events.get(i - 1).getTime());
                }
            }
        }
    }

    /** Each command that was sent has exactly one outcome, and each event comes from a command that was sent. */
    static void everyCommandHasOneOutcome(PublishedLog log) {
        Map<String, List<String>> typesByCommand = new LinkedHashMap<>();
        for (String gameId : log.gameIds()) {
            for (Event event : log.eventsOf(gameId)) {
                if (event.getCommandId() != null) {
                    typesByCommand
                            .computeIfAbsent(event.getCommandId(), id -> new ArrayList<>())
                            .add(event.getPayload().getClass().getSimpleName());
                }
            }
        }
        List<String> sent = log.commands().stream()
                .map(PublishedLog.LoggedCommand::command)
                .filter(command -> !(command.getPayload() instanceof Tick))
                .map(Command::getCommandId)
                .distinct()
                .toList();
        assertThat(typesByCommand.keySet()).containsExactlyInAnyOrderElementsOf(sent);
        typesByCommand.forEach((commandId, types) -> assertThat(String.join(" ", types))
                .as("outcome of %s", commandId)
                .matches(ONE_OUTCOME));
    }

    /** The commands of the log, fed to the rules again, give the published events byte for byte. */
    static void replayGivesTheSameBytes(PublishedLog log, Platform platform) {
        TokenVerifier verifier =
                new TokenVerifier(new RemoteKeys(URI.create(platform.ingestUrl() + "/.well-known/jwks.json")));
        for (String gameId : log.gameIds()) {
            InMemoryWorld world = new InMemoryWorld(gameId);
            List<Event> replayed = new ArrayList<>();
            for (PublishedLog.LoggedCommand logged : log.commandsOf(gameId)) {
                long stampMs = logged.record().timestamp();
                Arrival arrival =
                        new Arrival(verifier.verify(logged.record().headers(), stampMs), stampMs, logged.bytes());
                GameRules.handle(world, logged.command(), arrival, replayed::addAll);
            }
            assertThat(hex(replayed)).as("game %s", gameId).isEqualTo(hex(log.eventsOf(gameId)));
            assertThat(fold(log, gameId)).isEqualTo(world);
        }
    }

    /** The state that the events of a game give. */
    static InMemoryWorld fold(PublishedLog log, String gameId) {
        InMemoryWorld world = new InMemoryWorld(gameId);
        log.eventsOf(gameId).forEach(event -> Evolution.evolve(world, event));
        return world;
    }

    private static List<Event> numbered(PublishedLog log, String gameId) {
        return log.eventsOf(gameId).stream()
                .filter(event -> event.getSequence() > 0)
                .toList();
    }

    private static String hex(List<Event> events) {
        return events.stream()
                .map(event -> {
                    try {
                        return HexFormat.of()
                                .formatHex(Event.getEncoder().encode(event).array());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .collect(Collectors.joining("\n"));
    }
}
