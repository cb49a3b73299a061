package dungeon.tictactoe.decide;

import dungeon.schemas.state.Room;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Who gets into a room that is not open. Events tell a hash only, because everybody reads events. */
final class Invitations {
    private Invitations() {}

    static boolean isInvited(Room room, String invitation) {
        ByteBuffer hash = room.getPlan().getInvitationHash();
        return hash == null || (invitation != null && hash.equals(hashOf(invitation)));
    }

    private static ByteBuffer hashOf(String invitation) {
        try {
            return ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(invitation.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
