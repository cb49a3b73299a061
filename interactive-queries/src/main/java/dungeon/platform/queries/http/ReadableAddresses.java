package dungeon.platform.queries.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses addresses that cannot be decoded, before anything tries to: signs behind a percent sign that are no hexadecimal digits, and
 * bytes that are no UTF-8. What stands behind decodes paths and queries by several means, and not all of them expect that.
 */
final class ReadableAddresses extends Handler.Wrapper {
    private static final int HEXADECIMAL = 16;

    private final Request.Handler refusal;

    /** @param refusal says that a request is malformed */
    ReadableAddresses(Request.Handler refusal) {
        this.refusal = refusal;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (isReadable(request.getHttpURI().getPath())
                && isReadable(request.getHttpURI().getQuery())) {
            return super.handle(request, response, callback);
        }
        response.setStatus(HttpStatus.BAD_REQUEST_400);
        return refusal.handle(request, response, callback);
    }

    /** @param text encoded; null for none */
    static boolean isReadable(String text) {
        if (text == null || text.indexOf('%') < 0) {
            return true;
        }
        ByteBuffer decoded = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '%') {
                // Which sign it is does not matter, only that it ends whatever stands before.
                decoded.put((byte) 'x');
                continue;
            }
            int high = digit(text, i + 1);
            int low = digit(text, i + 2);
            if (high < 0 || low < 0) {
                return false;
            }
            decoded.put((byte) (high * HEXADECIMAL + low));
            i += 2;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(decoded.flip());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static int digit(String text, int at) {
        return at < text.length() ? Character.digit(text.charAt(at), HEXADECIMAL) : -1;
    }
}
