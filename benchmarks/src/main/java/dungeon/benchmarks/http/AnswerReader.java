package dungeon.benchmarks.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads HTTP/1.1 answers as they come, piece by piece, and keeps of each only its status, how long its body was and whether
 * the server closes the connection after it. Bodies have a length or come in chunks.
 */
final class AnswerReader {
    private static final int LINE_BYTES_MAXIMUM = 16 * 1024;
    private static final String LENGTH = "content-length:";
    private static final String ENCODING = "transfer-encoding:";
    private static final String CONNECTION = "connection:";
    private static final long UNKNOWN = -1;

    private enum Part {
        STATUS,
        HEADERS,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILERS,
        DONE
    }

    private final byte[] line = new byte[LINE_BYTES_MAXIMUM];
    private int lineBytes;
    private Part part = Part.STATUS;
    private int status;
    private long leftBytes;
    private long bodyBytes;
    private boolean chunked;
    private boolean closes;

    /** Makes ready for the next answer on the same connection. */
    void begin() {
        lineBytes = 0;
        part = Part.STATUS;
        status = 0;
        leftBytes = UNKNOWN;
        bodyBytes = 0;
        chunked = false;
        closes = false;
    }

    int status() {
        return status;
    }

    long bodyBytes() {
        return bodyBytes;
    }

    /** Whether the server closes the connection after this answer. */
    boolean closes() {
        return closes;
    }

    /**
     * Takes what has come.
     *
     * @return whether the answer is complete; what comes after it is left in the buffer
     * @throws IOException if it is not HTTP as described above
     */
    boolean read(ByteBuffer in) throws IOException {
        while (part != Part.DONE && in.hasRemaining()) {
            if (part == Part.BODY || part == Part.CHUNK) {
                skipBody(in);
            } else if (readLine(in)) {
                takeLine();
                lineBytes = 0;
            }
        }
        return part == Part.DONE;
    }

    private void skipBody(ByteBuffer in) {
        int bytes = (int) Math.min(leftBytes, in.remaining());
        in.position(in.position() + bytes);
        leftBytes -= bytes;
        bodyBytes += bytes;
        if (leftBytes == 0) {
            part = part == Part.BODY ? Part.DONE : Part.CHUNK_END;
        }
    }

    /** Whether a line is whole, without its end. */
    private boolean readLine(ByteBuffer in) throws IOException {
        while (in.hasRemaining()) {
            byte next = in.get();
            if (next == '\n') {
                if (lineBytes > 0 && line[lineBytes - 1] == '\r') {
                    lineBytes--;
                }
                return true;
            }
            if (lineBytes == line.length) {
                throw new IOException("A line of an answer's head is over %d bytes".formatted(LINE_BYTES_MAXIMUM));
            }
            line[lineBytes++] = next;
        }
        return false;
    }

    private void takeLine() throws IOException {
        switch (part) {
            case STATUS -> {
                status = statusOf(text());
                part = Part.HEADERS;
            }
            case HEADERS -> takeHeader();
            case CHUNK_SIZE -> {
                leftBytes = chunkBytes(text());
                part = leftBytes == 0 ? Part.TRAILERS : Part.CHUNK;
            }
            case CHUNK_END -> part = Part.CHUNK_SIZE;
            case TRAILERS -> part = lineBytes == 0 ? Part.DONE : Part.TRAILERS;
            default -> throw new IllegalStateException("There are no lines in " + part);
        }
    }

    private void takeHeader() throws IOException {
        if (lineBytes == 0) {
            part = afterHeaders();
        } else if (startsWith(LENGTH)) {
            leftBytes = number(text().substring(LENGTH.length()).strip(), 10);
        } else if (startsWith(ENCODING)) {
            chunked = text().toLowerCase(Locale.ROOT).endsWith("chunked");
        } else if (startsWith(CONNECTION)) {
            closes = text().toLowerCase(Locale.ROOT).endsWith("close");
        }
    }

    private Part afterHeaders() throws IOException {
        if (status == 204 || status == 304) {
            return Part.DONE;
        }
        if (chunked) {
            return Part.CHUNK_SIZE;
        }
        if (leftBytes == UNKNOWN) {
            throw new IOException("An answer with status %d has neither a length nor chunks".formatted(status));
        }
        return leftBytes == 0 ? Part.DONE : Part.BODY;
    }

    /** Compares without making a text of each header, of which there are many more than are of use. */
    private boolean startsWith(String lowerCase) {
        if (lineBytes < lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if (Character.toLowerCase(line[i]) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private String text() {
        return new String(line, 0, lineBytes, StandardCharsets.ISO_8859_1);
    }

    private static int statusOf(String line) throws IOException {
        if (!line.startsWith("HTTP/1.1 ") || line.length() < 12) {
            throw new IOException("This is no HTTP/1.1: " + line);
        }
        return (int) number(line.substring(9, 12), 10);
    }

    private static long chunkBytes(String line) throws IOException {
        int extension = line.indexOf(';');
        return number((extension < 0 ? line : line.substring(0, extension)).strip(), 16);
    }

    private static long number(String text, int radix) throws IOException {
        try {
            long number = Long.parseLong(text, radix);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IOException("An answer has a length that is no number: " + text, e);
        }
        throw new IOException("An answer has a length below 0: " + text);
    }
}
