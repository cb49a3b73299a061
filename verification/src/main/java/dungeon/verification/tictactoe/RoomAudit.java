package dungeon.verification.tictactoe;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.schemas.tictactoe.CommandRejected;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.verification.audit.finding.Broken;
import dungeon.verification.audit.finding.Check;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Holds the published events of a room against what the model expects of its commands: each has its one outcome, and the right one. */
public final class RoomAudit {
    private static final long REMEMBERED_MS = 5 * 60_000L;

    private final RoomModel model;
    private final Map<String, Long> handledAtMs = new HashMap<>();
    private final PlayedRoom room;
    private int next;
    private long lastSequence;
    private long lastMs = Long.MIN_VALUE;

    private RoomAudit(PlayedRoom room) {
        this.room = room;
        this.model = new RoomModel(room.roomId());
    }

    /** The first thing that is wrong; empty if nothing is. */
    public static Optional<String> of(PlayedRoom room) {
        RoomAudit audit = new RoomAudit(room);
        try {
            room.sent().forEach(audit::see);
            Check.same("how many events there are", audit.next, room.events().size());
            return Optional.empty();
        } catch (Broken e) {
            return Optional.of("room %s, event %d: %s".formatted(room.roomId(), audit.lastSequence, e.getMessage()));
        }
    }

    private void see(RoomDelivery delivery) {
        TicTacToeCommand command = delivery.command();
        CommandMetadata arrival = delivery.arrival();
        long atMs = Math.max(lastMs, arrival.appendTimeMs());
        while (model.dueMs() <= atMs) {
            long dueMs = model.dueMs();
            compare(model.fall(), null, null, dueMs);
        }
        model.pass(atMs);
        if (model.isForgotten()) {
            // Nor is it known any more how late it was.
            lastMs = Long.MIN_VALUE;
        }
        if (RoomModel.isTick(command.getPayload())) {
            return;
        }
        String id = arrival.principal().sender() + " " + command.getCommandId();
        Long before = handledAtMs.get(id);
        if (before != null && atMs - before <= REMEMBERED_MS) {
            return;
        }
        List<SpecificRecord> expected = model.decide(
                (SpecificRecord) command.getPayload(),
                arrival.principal(),
                atMs,
                arrival.isTimely(command.getIssuedAt().toEpochMilli()));
        // Also a command that closes the room is remembered.
        if (compare(expected, command.getCommandId(), arrival.principal(), atMs)) {
            handledAtMs.put(id, atMs);
        }
    }

    /** Whether the events are numbered. */
    private boolean compare(List<SpecificRecord> expected, String commandId, Principal sender, long atMs) {
        boolean leavesTrace = true;
        for (int i = 0; i < expected.size(); i++) {
            Check.holds("the log", next < room.events().size(), expected.get(i).toString(), "no more events");
            TicTacToeEvent event = room.events().get(next++);
            leavesTrace = event.getSequence() > 0;
            if (leavesTrace) {
                Check.same("sequence", ++lastSequence, event.getSequence());
                lastMs = atMs;
            }
            Check.same("room", room.roomId(), event.getRoomId());
            Check.same("time", atMs, event.getTime().toEpochMilli());
            Check.same("command", commandId, event.getCommandId());
            // Whoever waits for the outcome of a command looks for its sender; what a service reports is about a
            // player.
            if (sender != null && sender.kind() != PrincipalKind.SERVICE) {
                Check.same("player", sender.playerId(), event.getPlayerId());
            }
            Check.same("remaining", expected.size() - 1 - i, event.getRemaining());
            Check.same("what happened", expected.get(i), withoutWords((SpecificRecord) event.getPayload()));
        }
        return leavesTrace;
    }

    private static SpecificRecord withoutWords(SpecificRecord payload) {
        return payload instanceof CommandRejected rejected
                ? new CommandRejected(rejected.getCode(), "", List.of())
                : payload;
    }
}
