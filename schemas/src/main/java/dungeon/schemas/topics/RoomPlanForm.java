package dungeon.schemas.topics;

import dungeon.schemas.Mark;
import dungeon.schemas.Opponent;
import dungeon.schemas.RoomPlan;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** What can never be right with the plan of a room, wherever it comes. */
public final class RoomPlanForm {
    /** The text of an invitation; events tell its hash to everybody, and what is shorter is soon guessed. */
    public static final int INVITATION_LENGTH_MINIMUM = 20;

    /** The text of an invitation; as long as a link may be. */
    public static final int INVITATION_LENGTH_MAXIMUM = 200;

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
        checkBetween(faults, "moveMs", plan.getMoveMs(), FieldBounds.MOVE_MS);
        checkBetween(faults, "roundMs", plan.getRoundMs(), FieldBounds.ROUND_MS);
        return faults;
    }

    /** What events and plans tell of an invitation. */
    public static ByteBuffer hashOf(String invitation) {
        try {
            return ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(invitation.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void checkBetween(List<FieldFault> faults, String field, long value, FieldBounds bounds) {
        if (!bounds.contains(value)) {
            faults.add(new FieldFault(field, "must be %d to %d".formatted(bounds.minimum(), bounds.maximum())));
        }
    }
}
