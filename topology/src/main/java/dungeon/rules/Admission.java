package dungeon.rules;

import dungeon.schemas.AttackRobot;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Command;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Detail;
import dungeon.schemas.Direction;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartMining;
import dungeon.schemas.Upgrade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The checks that need nothing but the command and how it arrived: UNAUTHENTICATED, NOT_YOU, NOT_TIMELY, MALFORMED. They
 * come before all others, in this order.
 */
final class Admission {
    /** Ids of 36 characters are expected; what is a little longer is still repeated in the rejection. */
    static final int ID_LENGTH_MAXIMUM = 64;

    static final int QUANTITY_MAXIMUM = 100;
    static final int UPGRADE_LEVELS_MAXIMUM = 5;
    private static final int PARTICIPANTS_MAXIMUM = 100;
    private static final long DURATION_MINIMUM_MS = 10_000;
    private static final long DURATION_MAXIMUM_MS = 24 * 3_600_000L;

    private final List<Detail> faults = new ArrayList<>();

    private Admission() {}

    /** Rejects the command if one of the checks fails, and says whether it did. */
    static boolean refuses(Decision decision, Command command, Arrival arrival) {
        Caller caller = arrival.caller();
        if (caller.kind() == Caller.Kind.UNKNOWN || caller.kind() == Caller.Kind.REGISTRAR) {
            decision.reject(
                    RejectionCode.UNAUTHENTICATED,
                    caller.problem() != null ? caller.problem() : "This token is for registering only");
            return true;
        }
        if (command.getPlayerId() != null && !command.getPlayerId().equals(caller.playerId())) {
            decision.reject(RejectionCode.NOT_YOU, "The token is not that of the player whom the command names");
            return true;
        }
        if (command.getPayload() instanceof JoinGame join
                && !join.getPlayerName().equals(caller.playerName())) {
            decision.reject(RejectionCode.NOT_YOU, "The token is not that of a player of this name");
            return true;
        }
        if (!arrival.isTimely(command.getIssuedAt().toEpochMilli())) {
            decision.reject(
                    RejectionCode.NOT_TIMELY,
                    "A command may be issued at most 2 minutes before and 1 minute after it arrives",
                    List.of(
                            new Detail("issuedAt", command.getIssuedAt().toString()),
                            new Detail(
                                    "arrivedAt",
                                    Instant.ofEpochMilli(arrival.stampMs()).toString())));
            return true;
        }
        List<Detail> faults = faults(command, arrival);
        if (!faults.isEmpty()) {
            decision.reject(RejectionCode.MALFORMED, "The command has fields that cannot be right", faults);
            return true;
        }
        return false;
    }

    private static List<Detail> faults(Command command, Arrival arrival) {
        Admission admission = new Admission();
        if (arrival.bytes() > Arrival.COMMAND_BYTES_MAXIMUM) {
            admission.fault(
                    "/", "is %d bytes long; %d are allowed".formatted(arrival.bytes(), Arrival.COMMAND_BYTES_MAXIMUM));
        }
        admission.id("commandId", command.getCommandId());
        admission.id("gameId", command.getGameId());
        admission.payload(command.getPayload());
        return admission.faults;
    }

    private void payload(Object payload) {
        if (payload instanceof MoveRobot move) {
            id("robotId", move.getRobotId());
            check("direction", move.getDirection() != Direction.UNKNOWN, "is not known to this build");
        } else if (payload instanceof AttackRobot attack) {
            id("robotId", attack.getRobotId());
            id("targetRobotId", attack.getTargetRobotId());
            check(
                    "targetRobotId",
                    !attack.getTargetRobotId().equals(attack.getRobotId()),
                    "must be another robot than the attacker");
        } else if (payload instanceof StartMining mining) {
            id("robotId", mining.getRobotId());
        } else if (payload instanceof SellResources sell) {
            id("robotId", sell.getRobotId());
        } else if (payload instanceof ClearQueue clear) {
            id("robotId", clear.getRobotId());
        } else if (payload instanceof BuyRobots buy) {
            between("quantity", buy.getQuantity(), 1, QUANTITY_MAXIMUM);
        } else if (payload instanceof BuyUpgrade buy) {
            id("robotId", buy.getRobotId());
            check("upgrade", buy.getUpgrade() != Upgrade.UNKNOWN, "is not known to this build");
            between("levels", buy.getLevels(), 1, UPGRADE_LEVELS_MAXIMUM);
        } else if (payload instanceof CreateGame create) {
            between("participantLimit", create.getParticipantLimit(), 1, PARTICIPANTS_MAXIMUM);
            between("durationMs", create.getDurationMs(), DURATION_MINIMUM_MS, DURATION_MAXIMUM_MS);
            between("seed", create.getSeed().remaining(), Chance.SEED_BYTES, Chance.SEED_BYTES);
            if (create.getPracticeFor() != null) {
                id("practiceFor", create.getPracticeFor());
            }
        }
    }

    private void id(String field, String value) {
        check(field, Ids.isCanonical(value), "must be a UUID in lower case");
    }

    private void between(String field, long value, long minimum, long maximum) {
        // The text is made for a fault only: making it takes longer than deciding the command.
        if (value < minimum || value > maximum) {
            fault(field, "must be %d to %d".formatted(minimum, maximum));
        }
    }

    private void check(String field, boolean holds, String problem) {
        if (!holds) {
            fault(field, problem);
        }
    }

    private void fault(String field, String problem) {
        faults.add(new Detail(field, problem));
    }
}
