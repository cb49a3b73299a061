package dungeon.verification.checks;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.streams.admission.RemoteKeys;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.players.connection.Platform;
import dungeon.robots.InMemoryGame;
import dungeon.schemas.Event;
import dungeon.schemas.GamePurged;
import dungeon.schemas.Tick;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold of the events that were published, whatever was killed meanwhile. */
public final class LogChecks {
    private static final int NAMED_MAXIMUM = 5;

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
    public static void sequencesHaveNoGap(PublishedLog log) {
        log.gameIds().forEach(gameId -> sequenceHasNoGap(gameId, log.eventsOf(gameId)));
    }

    private static void sequenceHasNoGap(String gameId, List<Event> published) {
        List<Event> events =
                published.stream().filter(event -> event.getSequence() > 0).toList();
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            BrokenPromiseException.unlessEqual(
                    i + 1L, event.getSequence(), () -> "The sequence of %s".formatted(event));
            BrokenPromiseException.unless(
                    i == 0 || !event.getTime().isBefore(events.get(i - 1).getTime()),
                    () -> "The time of game %s runs backwards at event %s".formatted(gameId, event));
        }
    }

    /** What the events of a game show by themselves, by whatever rules they were decided: no gap, and each fits the ones before. */
    static void eventsFitTogether(GameLog log) {
        String gameId = log.gameId();
        sequenceHasNoGap(gameId, log.events());
        try {
            InMemoryGame world = new InMemoryGame(gameId);
            log.events().forEach(event -> world.fold(event));
        } catch (RuntimeException e) {
            // Whatever an event names that is not there can break the fold in many ways.
            throw new BrokenPromiseException("An event of game %s does not fit: %s".formatted(gameId, e));
        }
    }

    /**
     * Each command that is settled has exactly one outcome, its dead letter or events, and each event comes from a command that was
     * sent and did not end as a dead letter.
     */
    public static void everyCommandHasOneOutcome(PublishedLog log) {
        List<String> doubled = log.deadLetters().doubled();
        BrokenPromiseException.unless(
                doubled.isEmpty(),
                () -> "%d records are dead letters twice: %s".formatted(doubled.size(), doubled.get(0)));
        Map<String, List<String>> typesByCommand = outcomes(log);
        Set<String> sent = ids(log.commands());
        Set<String> lost = ids(log.settledCommands());
        lost.removeAll(typesByCommand.keySet());
        BrokenPromiseException.unless(
                lost.isEmpty(), () -> "%d commands have no outcome: %s".formatted(lost.size(), first(lost)));
        Set<String> invented = new LinkedHashSet<>(typesByCommand.keySet());
        invented.removeAll(sent);
        BrokenPromiseException.unless(
                invented.isEmpty(),
                () -> "%d commands have an outcome and were never sent: %s"
                        .formatted(invented.size(), first(invented)));
        Set<String> strange = strange(typesByCommand);
        BrokenPromiseException.unless(
                strange.isEmpty(),
                () -> "%d commands have an outcome that is none, or two: %s of %s"
                        .formatted(
                                strange.size(),
                                strange.stream()
                                        .findFirst()
                                        .map(typesByCommand::get)
                                        .orElse(List.of()),
                                first(strange)));
    }

    /** Whether events, by the names of their types in their order and with spaces between them, are what comes of one command of a game. */
    public static boolean isOneOutcome(String types) {
        return ONE_OUTCOME.matcher(types).matches();
    }

    /** How many of some commands have no outcome. */
    public static long lost(PublishedLog log, Set<String> commandIds) {
        Set<String> answered = outcomes(log).keySet();
        return commandIds.stream().filter(id -> !answered.contains(id)).count();
    }

    /** How many of some commands have an outcome that does not come from one decision. */
    public static long doubled(PublishedLog log, Set<String> commandIds) {
        return strange(outcomes(log)).stream().filter(commandIds::contains).count();
    }

    /** Which of some commands are not on the topic, although their sender was told so. */
    public static void nothingConfirmedIsMissing(PublishedLog log, Set<String> confirmed) {
        Set<String> missing = new LinkedHashSet<>(confirmed);
        missing.removeAll(ids(log.commands()));
        BrokenPromiseException.unless(
                missing.isEmpty(),
                () -> "%d confirmed commands are not in the log: %s".formatted(missing.size(), first(missing)));
    }

    /**
     * Each record without a token that holds is a dead letter.
     *
     * @param records how many there are, at least; a confirmation can be lost
     */
    public static void whatNobodySignedIsNoCommand(PublishedLog log, long records) {
        long buried = log.deadLetters().count(DeadLetters.UNAUTHENTICATED);
        BrokenPromiseException.unless(
                buried >= records,
                () -> "%d of %d records without a token that holds are no dead letters"
                        .formatted(records - buried, records));
    }

    /** The commands of games, fed to the rules again, give the published events byte for byte. */
    public static void replayGivesTheSameBytes(PublishedLog log, Platform platform) {
        TokenVerifier verifier =
                new TokenVerifier(new RemoteKeys(URI.create(platform.ingestUrl() + "/.well-known/jwks.json")));
        log.gameIds().forEach(gameId -> replayGivesTheSameBytes(log, gameId, verifier, true));
    }

    /**
     * The same of one game.
     *
     * @param over whether all its commands are decided; otherwise the last ones may have no events yet
     */
    public static void replayGivesTheSameBytes(PublishedLog log, String gameId, TokenVerifier verifier, boolean over) {
        replayGivesTheSameBytes(GameLog.of(log, gameId, verifier), over);
    }

    /** The same of one game. */
    static void replayGivesTheSameBytes(GameLog log, boolean over) {
        String gameId = log.gameId();
        InMemoryGame world = new InMemoryGame(gameId);
        List<Event> replayed = new ArrayList<>();
        for (GameLog.SentRecord sent : log.commands()) {
            CommandMetadata arrival = new CommandMetadata(sent.principal(), sent.appendTimeMs(), sent.bytes());
            world.handle(sent.command(), arrival, events -> {
                replayed.addAll(events);
                // Afterwards the write side removes its records, and a fold keeps them.
                if (!events.isEmpty() && events.get(events.size() - 1).getPayload() instanceof GamePurged) {
                    foldIsTheState(replayed, world);
                }
            });
        }
        if (log.endsWithPurge()) {
            // What found the game purged is refused outside its log.
            replayed.removeIf(event -> event.getSequence() == 0);
        }
        List<Event> published = log.events();
        for (int i = 0; i < Math.min(published.size(), replayed.size()); i++) {
            Event one = published.get(i);
            Event other = replayed.get(i);
            BrokenPromiseException.unless(
                    hex(one).equals(hex(other)),
                    () -> "An event of game %s is not what its replay gives: %s instead of %s"
                            .formatted(gameId, one, other));
        }
        BrokenPromiseException.unless(
                over ? published.size() == replayed.size() : published.size() <= replayed.size(),
                () -> "Game %s has %d events, and its replay %d".formatted(gameId, published.size(), replayed.size()));
        if (over && !isPurged(world)) {
            foldIsTheState(published, world);
        }
    }

    private static boolean isPurged(InMemoryGame world) {
        return world.progress() != null && world.progress().getClosed();
    }

    private static void foldIsTheState(List<Event> events, InMemoryGame world) {
        InMemoryGame folded = new InMemoryGame(world.gameId());
        events.forEach(event -> folded.fold(event));
        BrokenPromiseException.unless(
                folded.equals(world),
                () -> "The fold of game %s is not the state of its replay".formatted(world.gameId()));
    }

    /** The state that the events of a game give. */
    public static InMemoryGame fold(PublishedLog log, String gameId) {
        InMemoryGame world = new InMemoryGame(gameId);
        log.eventsOf(gameId).forEach(event -> world.fold(event));
        return world;
    }

    private static Map<String, List<String>> outcomes(PublishedLog log) {
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
        return typesByCommand;
    }

    private static Set<String> strange(Map<String, List<String>> typesByCommand) {
        Set<String> strange = new LinkedHashSet<>();
        typesByCommand.forEach((commandId, types) -> {
            if (!isOneOutcome(String.join(" ", types))) {
                strange.add(commandId);
            }
        });
        return strange;
    }

    private static Set<String> ids(List<PublishedLog.LoggedCommand> commands) {
        Set<String> ids = new LinkedHashSet<>();
        for (PublishedLog.LoggedCommand logged : commands) {
            if (!(logged.command().getPayload() instanceof Tick)) {
                ids.add(logged.command().getCommandId());
            }
        }
        return ids;
    }

    private static List<String> first(Set<String> ids) {
        return ids.stream().limit(NAMED_MAXIMUM).toList();
    }

    private static String hex(Event event) {
        try {
            return HexFormat.of().formatHex(Event.getEncoder().encode(event).array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
