package dungeon.verification.checks;

import dungeon.platform.core.Principal;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.queries.gamelog.GameLogReader;
import dungeon.schemas.Command;
import dungeon.schemas.EndOfLog;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GamePurged;
import dungeon.schemas.LogEntry;
import dungeon.schemas.LoggedCommand;
import dungeon.schemas.Sender;
import dungeon.schemas.Tick;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.specific.SpecificDatumReader;

/**
 * What there is of one game, from the topics or from a file.
 *
 * @param commands in the order of the log, ticks and repetitions included
 * @param events in the order of the log
 */
public record GameLog(String gameId, List<SentRecord> commands, List<Event> events) {

    /**
     * A command, and what its admission knew of it.
     *
     * @param appendTimeMs when the broker wrote it down, in ms since 1970
     * @param bytes the length of its value
     */
    public record SentRecord(Command command, Principal principal, long appendTimeMs, int bytes) {
        /** What remains of a command that has no outcome in the game's log: that time had passed. */
        SentRecord asTick() {
            Command tick =
                    new Command(command.getCommandId(), command.getIssuedAt(), command.getGameId(), null, new Tick());
            return new SentRecord(tick, principal, appendTimeMs, bytes);
        }
    }

    /** One of the games of a log that was read as a whole. */
    public static GameLog of(PublishedLog log, String gameId, TokenVerifier verifier) {
        List<SentRecord> commands = log.commandsOf(gameId).stream()
                .map(logged -> new SentRecord(
                        logged.command(),
                        Senders.principal(logged, verifier),
                        logged.record().timestamp(),
                        logged.bytes()))
                .toList();
        return new GameLog(gameId, commands, log.eventsOf(gameId));
    }

    /** The game alone, from the topics as they are now; without events if there is no such game. */
    public static GameLog read(GameLogReader reader, String gameId) {
        Collected collected = new Collected();
        reader.read(gameId, null, collected::take);
        return new GameLog(gameId, collected.commands, collected.events);
    }

    /**
     * A game from a file that was downloaded.
     *
     * @throws IOException if it cannot be read, is of another kind, or is not whole
     */
    public static GameLog read(Path file) throws IOException {
        Collected collected = new Collected();
        try (DataFileReader<LogEntry> entries =
                new DataFileReader<>(file.toFile(), new SpecificDatumReader<>(LogEntry.class))) {
            entries.forEach(collected::take);
        } catch (AvroRuntimeException e) {
            throw new IOException("%s is not the log of a game, or is damaged: %s".formatted(file, e.getMessage()), e);
        }
        EndOfLog end = collected.end;
        if (end == null
                || end.getEvents() != collected.events.size()
                || end.getCommands() != collected.commands.size()
                || collected.events.isEmpty()) {
            throw new IOException("%s is not whole; download it again".formatted(file));
        }
        return new GameLog(collected.events.get(0).getGameId(), collected.commands, collected.events);
    }

    /** Whether all commands are there; they are kept for a week, and events for good. */
    public boolean hasItsCommands() {
        return events.stream()
                .filter(event -> event.getPayload() instanceof GameCreated)
                .map(Event::getCommandId)
                .findFirst()
                .map(createdBy -> commands.stream()
                        .anyMatch(sent -> sent.command().getCommandId().equals(createdBy)))
                .orElse(!commands.isEmpty());
    }

    /** Whether the log was read to the game's last event and no further: later commands found no game. */
    boolean endsWithPurge() {
        return !events.isEmpty() && events.get(events.size() - 1).getPayload() instanceof GamePurged;
    }

    /** Whether a command found the game purged, so that its refusal is not in the game's log. */
    boolean isAfterPurge(SentRecord sent) {
        return endsWithPurge()
                && sent.appendTimeMs()
                        >= events.get(events.size() - 1).getTime().toEpochMilli()
                && events.stream()
                        .noneMatch(event -> sent.command().getCommandId().equals(event.getCommandId()));
    }

    private static final class Collected {
        private final List<SentRecord> commands = new ArrayList<>();
        private final List<Event> events = new ArrayList<>();
        private EndOfLog end;

        void take(LogEntry entry) {
            if (entry.getEntry() instanceof Event event) {
                events.add(event);
            } else if (entry.getEntry() instanceof LoggedCommand logged) {
                commands.add(new SentRecord(
                        logged.getCommand(),
                        principal(logged.getSender()),
                        logged.getAppendTime().toEpochMilli(),
                        logged.getBytes()));
            } else if (entry.getEntry() instanceof EndOfLog last) {
                end = last;
            }
        }

        private static Principal principal(Sender sender) {
            return new Principal(sender.getKind(), sender.getPlayerId(), sender.getName(), sender.getProblem());
        }
    }
}
