package dungeon.ingest.server;

import java.util.concurrent.atomic.AtomicLong;

/** The memory for all bodies, or all answers, that are not small and under way. */
final class Room {
    /** So much each connection has anyhow. */
    private static final int SMALL_BYTES = 8 * 1024;

    private final AtomicLong freeBytes;

    Room(long bytes) {
        freeBytes = new AtomicLong(bytes);
    }

    /** How much of the room one of so many bytes needs. */
    static long roomFor(long bytes) {
        return bytes <= SMALL_BYTES ? 0 : bytes;
    }

    /** Takes so many bytes of it; false if there are no more. */
    boolean reserve(long bytes) {
        if (freeBytes.addAndGet(-bytes) >= 0) {
            return true;
        }
        freeBytes.addAndGet(bytes);
        return false;
    }

    void release(long bytes) {
        freeBytes.addAndGet(bytes);
    }
}
