package dungeon.ingest.server;

import dungeon.ingest.limits.ClientAddresses;
import dungeon.platform.http.SecurityHeaders;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.http.HttpHeaders;

/**
 * Puts {@link SecurityHeaders} on each answer, on what Tomcat refuses by itself too. Nothing is kept by whoever is between, because an answer
 * may hold a token or be for its owner alone; a route that knows better says so, as {@link HeldAnswer} lets it.
 */
final class AnswerHeaders extends ValveBase {
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
    private static final String HTTPS = "https";

    private final ClientAddresses addresses;

    AnswerHeaders(ClientAddresses addresses) {
        super(true);
        this.addresses = addresses;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        for (SecurityHeaders.Header header : SecurityHeaders.ALL) {
            response.setHeader(header.name(), header.value());
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (isOverTls(request)) {
            response.setHeader(
                    SecurityHeaders.STRICT_TRANSPORT_SECURITY.name(),
                    SecurityHeaders.STRICT_TRANSPORT_SECURITY.value());
        }
        getNext().invoke(request, response);
    }

    private boolean isOverTls(Request request) throws UnknownHostException {
        if (request.isSecure()) {
            return true;
        }
        return HTTPS.equalsIgnoreCase(request.getHeader(FORWARDED_PROTO))
                && addresses.isTrusted(InetAddress.getByName(request.getRemoteAddr()));
    }
}
