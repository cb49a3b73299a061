package dungeon.ingest.server;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Refuses addresses with a percent sign that begins no byte. Tomcat looks at them without their path parameters, as in {@code /a;b=%2}, on
 * which Spring fails later, even when it answers that it has failed.
 */
final class ReadablePaths extends ValveBase {
    private static final Pattern NO_BYTE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    ReadablePaths() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String address = request.getRequestURI();
        if (address != null && NO_BYTE.matcher(address).find()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        getNext().invoke(request, response);
    }
}
