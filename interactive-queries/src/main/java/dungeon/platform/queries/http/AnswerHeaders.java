package dungeon.platform.queries.http;

import dungeon.platform.http.SecurityHeaders;
import java.net.InetSocketAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.InetAddressSet;

/** Puts {@link SecurityHeaders} on each answer before anybody works on its request; whoever knows better replaces them. */
public final class AnswerHeaders implements HttpConfiguration.Customizer {
    private static final List<HttpField> ALL =
            SecurityHeaders.ALL.stream().map(AnswerHeaders::field).toList();
    private static final HttpField STRICT_TRANSPORT_SECURITY = field(SecurityHeaders.STRICT_TRANSPORT_SECURITY);
    private static final String HTTPS = "https";

    private final InetAddressSet trustedProxies = new InetAddressSet();

    /**
     * @param trustedProxies who is believed to say that a request came over TLS: addresses and networks such as {@code 10.0.0.0/8}
     */
    AnswerHeaders(List<String> trustedProxies) {
        this.trustedProxies.addAll(trustedProxies);
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        putOn(answer);
        if (isOverTls(request)) {
            answer.put(STRICT_TRANSPORT_SECURITY);
        }
        return request;
    }

    /** For an answer that was begun anew. */
    public static void putOn(HttpFields.Mutable answer) {
        ALL.forEach(answer::put);
    }

    /** Whether an answer of another service has a header that is here already. */
    public static boolean isOneOfThem(HttpField field) {
        return field.isSameName(STRICT_TRANSPORT_SECURITY) || ALL.stream().anyMatch(field::isSameName);
    }

    private boolean isOverTls(Request request) {
        if (request.isSecure()) {
            return true;
        }
        return HTTPS.equalsIgnoreCase(request.getHeaders().get(HttpHeader.X_FORWARDED_PROTO))
                && !trustedProxies.isEmpty()
                && request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer
                && trustedProxies.test(peer.getAddress());
    }

    private static HttpField field(SecurityHeaders.Header header) {
        return new PreEncodedHttpField(header.name(), header.value());
    }
}
