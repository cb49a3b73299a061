package dungeon.topology;

import dungeon.rules.HandledCommand;
import dungeon.rules.Ids;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/**
 * A command's id and sender as they stand in the store: the time at which it was handled in ms since 1970, the id, whether the
 * sender is a player, and the playerId, or a UUID of what the sender is instead.
 */
record HandledId(long idHigh, long idLow, boolean player, long senderHigh, long senderLow) {
    static final int BYTES = 5 * Long.BYTES + 1;

    static HandledId of(HandledCommand command) {
        boolean player = Ids.isCanonical(command.sender());
        UUID id = UUID.fromString(command.commandId());
        UUID sender = player
                ? UUID.fromString(command.sender())
                : UUID.nameUUIDFromBytes(command.sender().getBytes(StandardCharsets.UTF_8));
        return new HandledId(
                id.getMostSignificantBits(),
                id.getLeastSignificantBits(),
                player,
                sender.getMostSignificantBits(),
                sender.getLeastSignificantBits());
    }

    /** The one that begins at an index. */
    static HandledId in(byte[] ids, int at) {
        ByteBuffer buffer = ByteBuffer.wrap(ids, at + Long.BYTES, BYTES - Long.BYTES);
        return new HandledId(buffer.getLong(), buffer.getLong(), buffer.get() != 0, buffer.getLong(), buffer.getLong());
    }

    /** When the one that begins at an index was handled, in ms since 1970. */
    static long timeMs(byte[] ids, int at) {
        return ByteBuffer.wrap(ids).getLong(at);
    }

    /** Where this one begins; the last, if there are several; -1 if there is none. */
    int lastIndexIn(byte[] ids) {
        for (int at = ids.length - BYTES; at >= 0; at -= BYTES) {
            if (equals(in(ids, at))) {
                return at;
            }
        }
        return -1;
    }

    byte[] appendedTo(byte[] ids, long timeMs) {
        byte[] appended = Arrays.copyOf(ids, ids.length + BYTES);
        ByteBuffer.wrap(appended, ids.length, BYTES)
                .putLong(timeMs)
                .putLong(idHigh)
                .putLong(idLow)
                .put((byte) (player ? 1 : 0))
                .putLong(senderHigh)
                .putLong(senderLow);
        return appended;
    }
}
