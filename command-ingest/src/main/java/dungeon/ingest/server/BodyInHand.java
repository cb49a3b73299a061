package dungeon.ingest.server;

import dungeon.ingest.problems.Problem;
import dungeon.ingest.problems.Problems;
import dungeon.platform.problem.ProblemCode;
import java.io.ByteArrayOutputStream;

/** What has come of a body, and why there is nothing more to come of it. Not for several threads at a time. */
final class BodyInHand {
    private final int bytesMaximum;
    private final Room room;
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long received;
    private long reserved;
    private Problem fault;
    private boolean isAbandoned;

    /**
     * @param bytesMaximum of the body
     * @param declared how long it says to be, in bytes; -1 if it does not
     */
    BodyInHand(int bytesMaximum, long declared, Room room) {
        this.bytesMaximum = bytesMaximum;
        this.room = room;
        if (declared > bytesMaximum) {
            refuse(tooLarge());
        }
    }

    /** How many bytes have come, in hand or not. */
    long received() {
        return received;
    }

    void add(byte[] buffer, int length) {
        received += length;
        if (fault != null) {
            return;
        }
        long wanted = Room.roomFor(received);
        if (received > bytesMaximum) {
            refuse(tooLarge());
        } else if (wanted > reserved && !room.reserve(wanted - reserved)) {
            refuse(Problems.unavailable(
                    ProblemCode.BUSY, "Too many large bodies are being received; send this one again in a moment"));
        } else {
            reserved = wanted;
            bytes.write(buffer, 0, length);
        }
    }

    /** The rest of it did not come in time. */
    void isLate(long bodyTimeMs) {
        abandon();
        refuse(new Problem(
                ProblemCode.REQUEST_TIMEOUT,
                "The body did not come within %d ms after its headers; %d bytes of it did"
                        .formatted(bodyTimeMs, received)));
    }

    /** The rest of it cannot be told from what follows. */
    void isBroken() {
        abandon();
        refuse(new Problem(
                ProblemCode.MALFORMED_JSON,
                "The body is not as HTTP wants it; %d bytes of it could be read".formatted(received)));
    }

    /** Nobody waits for the rest of it. */
    void abandon() {
        isAbandoned = true;
    }

    /** Whether there may be more of it on the connection, which therefore has to end. */
    boolean isAbandoned() {
        return isAbandoned;
    }

    /**
     * Hands over the body, once.
     *
     * @throws Problem if it is not there
     */
    byte[] take() {
        if (fault != null) {
            throw fault;
        }
        byte[] all = bytes.toByteArray();
        bytes = new ByteArrayOutputStream(0);
        return all;
    }

    /** Nobody works on it any more. */
    void release() {
        room.release(reserved);
        reserved = 0;
    }

    private void refuse(Problem reason) {
        fault = reason;
        bytes = new ByteArrayOutputStream(0);
        release();
    }

    private Problem tooLarge() {
        return new Problem(
                ProblemCode.PAYLOAD_TOO_LARGE, "The body is over the limit of %d bytes".formatted(bytesMaximum));
    }
}
