package dungeon.queries.http;

import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.AnswerHeaders;
import dungeon.platform.queries.http.JsonAnswers;
import dungeon.platform.queries.http.OwnBuffers;
import dungeon.platform.queries.http.Problem;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes what begins with {@code /ingest/} on to command-ingest, bodies included, as the Ingress of a cluster does. It stands before
 * everything else, which knows requests without bodies only; what may be sent is bounded there.
 */
final class IngestDoor extends Handler.Wrapper {
    private static final Logger LOG = LoggerFactory.getLogger(IngestDoor.class);
    private static final String PREFIX = "/ingest";
    private static final String UNDER_PREFIX = PREFIX + "/";

    /** Requests that are passed on at a time; under the 128 connections that command-ingest takes from one address. */
    static final int CONNECTIONS_MAXIMUM = 100;

    /** Requests that wait until one of these is over. */
    static final int WAITING_MAXIMUM = 1_024;

    private static final long CONNECT_MAXIMUM_MS = 1_000;

    /** Above the 60 s in which ingest has answered or given up. */
    private static final long IDLE_MAXIMUM_MS = 65_000;

    private final Door door;

    /**
     * A door that is open once the server is.
     *
     * @param url of command-ingest, such as {@code http://127.0.0.1:8080}
     * @param allowedOrigins sites whose pages may read that command-ingest is away; what it answers says that itself
     */
    IngestDoor(String url, String allowedOrigins) {
        door = new Door(url, allowedOrigins);
        installBean(door);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return Request.getPathInContext(request).startsWith(UNDER_PREFIX)
                ? door.handle(request, response, callback)
                : super.handle(request, response, callback);
    }

    private static final class Door extends ProxyHandler.Reverse {
        private static final String ALL = "*";
        private static final String FORWARDED_FOR = "X-Forwarded-For";

        private static final Problem MALFORMED =
                Problem.of(ProblemCode.MALFORMED.status(), "The body is not as HTTP wants it", ProblemCode.MALFORMED);
        private static final Problem ADDRESS =
                Problem.of(ProblemCode.MALFORMED.status(), "The address is not as URIs want it", ProblemCode.MALFORMED);
        private static final Problem NOT_AVAILABLE = Problem.of(
                ProblemCode.NOT_AVAILABLE.status(),
                "Command-ingest does not answer, or is starting; send it again, with the same commandId",
                ProblemCode.NOT_AVAILABLE);

        private final String allowedOrigins;

        Door(String url, String allowedOrigins) {
            super(request -> HttpURI.build(
                            url + Request.getPathInContext(request).substring(PREFIX.length()))
                    .query(request.getHttpURI().getQuery()));
            this.allowedOrigins = allowedOrigins;
        }

        /** The server takes signs in a query that no client may send. */
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            try {
                return super.handle(request, response, callback);
            } catch (IllegalArgumentException e) {
                LOG.debug("An address cannot be passed on", e);
                answer(response, ADDRESS, callback);
                return true;
            }
        }

        @Override
        protected HttpClient newHttpClient() {
            HttpClient client = new HttpClient(new HttpClientTransportOverHTTP(1));
            client.setConnectTimeout(CONNECT_MAXIMUM_MS);
            client.setIdleTimeout(IDLE_MAXIMUM_MS);
            client.setMaxConnectionsPerDestination(CONNECTIONS_MAXIMUM);
            client.setMaxRequestsQueuedPerDestination(WAITING_MAXIMUM);
            client.setByteBufferPool(OwnBuffers.pool());
            client.setUseInputDirectByteBuffers(false);
            client.setUseOutputDirectByteBuffers(false);
            return client;
        }

        /** Whoever counts senders by address is told of whom this request is; what a sender claims himself stands before that. */
        @Override
        protected void addProxyHeaders(Request fromClient, org.eclipse.jetty.client.Request toService) {
            List<String> way = new ArrayList<>(fromClient.getHeaders().getValuesList(FORWARDED_FOR));
            way.add(Request.getRemoteAddr(fromClient));
            toService.headers(headers -> headers.remove(HttpHeader.FORWARDED)
                    .put(FORWARDED_FOR, String.join(", ", way))
                    .put("X-Forwarded-Proto", fromClient.getHttpURI().getScheme())
                    .put(
                            "X-Forwarded-Host",
                            String.valueOf(fromClient.getHeaders().get(HttpHeader.HOST)))
                    .put("X-Forwarded-Prefix", PREFIX));
        }

        /** What every answer of ours has is not sent twice. */
        @Override
        protected HttpField filterServerToProxyResponseField(HttpField field) {
            return AnswerHeaders.isOneOfThem(field) ? null : super.filterServerToProxyResponseField(field);
        }

        @Override
        protected void onServerToProxyResponseFailure(
                Request fromClient,
                org.eclipse.jetty.client.Request toService,
                org.eclipse.jetty.client.Response fromService,
                Response toClient,
                Callback callback,
                Throwable failure) {
            boolean ofSender = isOfSender(failure);
            LOG.debug("{} broke off", ofSender ? "A sender" : "Command-ingest", failure);
            if (toClient.isCommitted()) {
                // The client has a part of the answer, and must not take it for the whole.
                callback.failed(failure);
                return;
            }
            Problem problem = ofSender ? MALFORMED : NOT_AVAILABLE;
            toClient.reset();
            if (!ofSender) {
                toClient.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
            }
            if (allowedOrigins.equals(ALL)) {
                toClient.getHeaders().put("Access-Control-Allow-Origin", ALL);
            }
            answer(toClient, problem, callback);
        }

        private static void answer(Response toClient, Problem problem, Callback callback) {
            AnswerHeaders.putOn(toClient.getHeaders());
            toClient.setStatus(problem.status());
            toClient.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
            Content.Sink.write(toClient, true, JsonAnswers.text(problem), callback);
        }

        /** Whether a body could not be read on its way here. */
        private static boolean isOfSender(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof HttpException refusal && HttpStatus.isClientError(refusal.getCode())) {
                    return true;
                }
            }
            return false;
        }
    }
}
