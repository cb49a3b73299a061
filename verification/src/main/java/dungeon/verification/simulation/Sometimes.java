package dungeon.verification.simulation;

import dungeon.robots.GameCodes;
import dungeon.schemas.ActionFailed;
import dungeon.schemas.ActionQueued;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Condition;
import dungeon.schemas.DestructionCause;
import dungeon.schemas.EndReason;
import dungeon.schemas.Event;
import dungeon.schemas.FailureReason;
import dungeon.schemas.GameEnded;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.RobotSpawned;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** What has to happen sometimes in games of robots. */
final class Sometimes {
    private static final String OWN_ROBOT = "destroyed: a robot of one's own";
    private static final String ONE_MORE = "destroyed: one more of the same player's";
    private static final String LOOTED = "destroyed: with cargo for the destroyer";
    private static final String HOSTILE = "sent: with a token that does not hold";
    private static final String REPEATED = "sent: once more, without any effect";
    private static final String WAITED = "waited: for energy";

    private final Occurrences occurrences = new Occurrences();

    Sometimes() {
        for (Schema type : Event.getClassSchema().getField("payload").schema().getTypes()) {
            occurrences.expect("event: " + type.getName());
        }
        GameCodes.ALL.forEach(code -> occurrences.expect(nameOf(code)));
        EnumSet.complementOf(EnumSet.of(FailureReason.UNKNOWN)).forEach(reason -> occurrences.expect(nameOf(reason)));
        EnumSet.complementOf(EnumSet.of(DestructionCause.UNKNOWN)).forEach(cause -> occurrences.expect(nameOf(cause)));
        EnumSet.complementOf(EnumSet.of(EndReason.UNKNOWN)).forEach(reason -> occurrences.expect(nameOf(reason)));
        List.of(OWN_ROBOT, ONE_MORE, LOOTED, HOSTILE, REPEATED, WAITED).forEach(name -> occurrences.expect(name));
    }

    Occurrences occurrences() {
        return occurrences;
    }

    void look(SimulatedGame game) {
        add(REPEATED, game.idleRepetitions());
        add(HOSTILE, game.sent().stream().filter(Delivery::isHostile).count());
        Look look = new Look();
        game.events().forEach(look::see);
    }

    private void add(String name, long more) {
        occurrences.add(name, more);
    }

    private static String nameOf(RejectionCode code) {
        return "refused: " + code;
    }

    private static String nameOf(FailureReason reason) {
        return "failed: " + reason;
    }

    private static String nameOf(DestructionCause cause) {
        return "destroyed: " + cause;
    }

    private static String nameOf(EndReason reason) {
        return "ended: " + reason;
    }

    /** At one game. */
    private final class Look {
        private final Map<String, String> owners = new HashMap<>();
        private final Map<String, Long> readyAtMs = new HashMap<>();
        private final Set<String> fights = new HashSet<>();
        private final Set<String> queued = new HashSet<>();

        void see(Event event) {
            SpecificRecord payload = (SpecificRecord) event.getPayload();
            add("event: " + payload.getSchema().getName(), 1);
            if (payload instanceof CommandRejected rejected) {
                add(nameOf(rejected.getCode()), 1);
            } else if (payload instanceof ActionFailed failed) {
                add(nameOf(failed.getReason()), 1);
            } else if (payload instanceof GameEnded ended) {
                add(nameOf(ended.getReason()), 1);
            } else if (payload instanceof RobotSpawned spawned) {
                owners.put(spawned.getRobotId(), event.getPlayerId());
            } else if (payload instanceof RobotDestroyed destroyed) {
                seeDestroyed(destroyed);
            } else if (payload instanceof ActionQueued) {
                queued.add(event.getCommandId());
            }
            seeCondition(event, payload);
        }

        private void seeDestroyed(RobotDestroyed destroyed) {
            add(nameOf(destroyed.getCause()), 1);
            if (destroyed.getByRobotId() != null) {
                String winner = owners.get(destroyed.getByRobotId());
                String loser = owners.get(destroyed.getRobotId());
                if (winner.equals(loser)) {
                    add(OWN_ROBOT, 1);
                } else if (!fights.add(winner + " " + loser)) {
                    add(ONE_MORE, 1);
                }
            }
            if (!destroyed.getLooted().isEmpty()) {
                add(LOOTED, 1);
            }
        }

        /** An action from a queue that runs later than the cooldown before it was over has waited for energy. */
        private void seeCondition(Event event, SpecificRecord payload) {
            Schema.Field robot = payload.getSchema().getField("robotId");
            Schema.Field condition = payload.getSchema().getField("condition");
            if (robot == null || condition == null || payload.get(condition.pos()) == null) {
                return;
            }
            Condition now = (Condition) payload.get(condition.pos());
            Long before = readyAtMs.put(
                    (String) payload.get(robot.pos()), now.getReadyAt().toEpochMilli());
            if (queued.remove(event.getCommandId())
                    && before != null
                    && event.getTime().toEpochMilli() > before) {
                add(WAITED, 1);
            }
        }
    }
}
