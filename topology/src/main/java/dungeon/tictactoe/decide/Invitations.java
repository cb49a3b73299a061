package dungeon.tictactoe.decide;

import dungeon.schemas.state.Room;
import dungeon.schemas.topics.RoomPlanForm;
import java.nio.ByteBuffer;

/** Who gets into a room that is not open. Events tell a hash only, because everybody reads events. */
final class Invitations {
    private Invitations() {}

    static boolean isInvited(Room room, String invitation) {
        ByteBuffer hash = room.getPlan().getInvitationHash();
        return hash == null || (invitation != null && hash.equals(RoomPlanForm.hashOf(invitation)));
    }
}
