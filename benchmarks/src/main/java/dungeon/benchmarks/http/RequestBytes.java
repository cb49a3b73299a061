package dungeon.benchmarks.http;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Requests written out once, so that sending one again costs the load generator nothing but the sending. */
public final class RequestBytes {
    private RequestBytes() {}

    /**
     * A GET.
     *
     * @param server such as {@code http://127.0.0.1:8081}
     * @param pathAndQuery what is asked, escaped as HTTP wants it
     */
    public static ByteBuffer get(URI server, String pathAndQuery) {
        return readOnly(head("GET", server, pathAndQuery) + "\r\n");
    }

    /**
     * A POST of JSON.
     *
     * @param token the sender's JWT
     * @param json the body
     */
    public static ByteBuffer post(URI server, String path, String token, String json) {
        int bodyBytes = json.getBytes(StandardCharsets.UTF_8).length;
        return readOnly(head("POST", server, path)
                + "Authorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(token, bodyBytes, json));
    }

    private static String head(String method, URI server, String pathAndQuery) {
        return "%s %s HTTP/1.1\r\nHost: %s\r\n".formatted(method, pathAndQuery, server.getAuthority());
    }

    private static ByteBuffer readOnly(String request) {
        byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
        // Outside the heap, or the JDK would copy it at each sending.
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer();
    }
}
