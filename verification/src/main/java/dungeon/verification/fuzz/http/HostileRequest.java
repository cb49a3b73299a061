package dungeon.verification.fuzz.http;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Bytes that are sent to a server of HTTP.
 *
 * @param throughDoor to the queries, which pass on what is for command-ingest; otherwise to command-ingest itself
 * @param bytes as they are sent
 * @param isAlone whether it has a connection of its own, whose end is the end of the bytes, because nobody knows where the request ends
 * @param commandIds of the orders in it
 * @param allowed a pattern for the statuses that may be answered, each of them; empty if any may that is no fault of the server
 * @param named a text that each answer has to have in it
 */
// Nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
record HostileRequest(
        boolean throughDoor, byte[] bytes, boolean isAlone, List<String> commandIds, String allowed, String named) {
    private static final String POST = "POST ";
    private static final int LINE_MAXIMUM = 200;

    /** A request whose length is said as it is. */
    static HostileRequest of(boolean throughDoor, String head, byte[] body, List<String> commandIds) {
        byte[] start =
                "%sContent-Length: %d\r\n\r\n".formatted(head, body.length).getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return new HostileRequest(throughDoor, all, false, commandIds, "", "");
    }

    /** A text of one's own making, with all lines. */
    static HostileRequest alone(boolean throughDoor, String text, List<String> commandIds) {
        return new HostileRequest(throughDoor, text.getBytes(StandardCharsets.ISO_8859_1), true, commandIds, "", "");
    }

    /** Whether an answer can say that commands were taken; others may name ids of commands for other reasons. */
    boolean isPost() {
        return new String(bytes, 0, Math.min(bytes.length, POST.length()), StandardCharsets.ISO_8859_1).equals(POST);
    }

    /** Its answer has to have this text in it. */
    HostileRequest naming(String text) {
        return new HostileRequest(throughDoor, bytes, isAlone, commandIds, allowed, text);
    }

    /** Its first line, or the beginning of it. */
    String firstLine() {
        String start = new String(bytes, 0, Math.min(bytes.length, LINE_MAXIMUM), StandardCharsets.ISO_8859_1);
        return start.lines().findFirst().orElse("");
    }

    HostileRequest allowing(String statuses) {
        return new HostileRequest(throughDoor, bytes, isAlone, commandIds, statuses, named);
    }
}
