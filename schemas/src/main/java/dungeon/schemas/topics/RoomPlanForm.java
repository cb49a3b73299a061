package dungeon.schemas.topics;

import dungeon.schemas.Mark;
import dungeon.schemas.Opponent;
import dungeon.schemas.RoomPlan;
import java.util.ArrayList;
import java.util.List;

/** What can never be right with the plan of a room, wherever it comes. */
public final class RoomPlanForm {
    /** {@code RoomPlan.moveMs}: a second is lost on the way, and who thinks for more than ten minutes has left. */
    public static final FieldBounds MOVE_MS = new FieldBounds(1_000, 600_000);

    /** {@code RoomPlan.roundMs}: a second for each of five moves, and an hour for people who play by the way. */
    public static final FieldBounds ROUND_MS = new FieldBounds(5_000, 3_600_000);

    private static final int HASH_BYTES = 32;

    private RoomPlanForm() {}

    /** What is wrong with a plan; empty if nothing is. */
    public static List<FieldFault> faults(RoomPlan plan) {
        List<FieldFault> faults = new ArrayList<>();
        if (plan.getOpponent() == Opponent.UNKNOWN) {
            faults.add(new FieldFault("opponent", "is not known to this build"));
        }
        if (plan.getMark() == Mark.UNKNOWN) {
            faults.add(new FieldFault("mark", "is not known to this build"));
        }
        if (plan.getInvitationHash() != null && plan.getInvitationHash().remaining() != HASH_BYTES) {
            faults.add(new FieldFault("invitationHash", "must have %d bytes".formatted(HASH_BYTES)));
        }
        checkBetween(faults, "moveMs", plan.getMoveMs(), MOVE_MS);
        checkBetween(faults, "roundMs", plan.getRoundMs(), ROUND_MS);
        return faults;
    }

    private static void checkBetween(List<FieldFault> faults, String field, long value, FieldBounds bounds) {
        if (!bounds.contains(value)) {
            faults.add(new FieldFault(field, "must be %d to %d".formatted(bounds.minimum(), bounds.maximum())));
        }
    }
}
