package dungeon.queries.http;

import dungeon.platform.problem.ProblemCode;
import dungeon.queries.views.NotAvailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.state.HostInfo;
import org.eclipse.jetty.client.BufferingResponseListener;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Asks other instances. A request is passed on once only: the one that gets it answers itself or not at all. The client is
 * the server's own library, which hands an answer on in the thread that read it; the JDK's takes four times as long.
 */
final class Forwarder implements AutoCloseable {
    private static final List<String> PASSED_BACK =
            List.of(Headers.SEQUENCE, Headers.STALE, Headers.INSTANCE, Headers.RETRY_AFTER);

    /** One waits for the connections, the others read answers and write them on. */
    private static final int THREADS_MAXIMUM = 16;

    private static final int CONNECTIONS_MAXIMUM = 64;

    /** Who waits for a connection; as many as the server has threads, with room for those that wait for events. */
    private static final int WAITING_MAXIMUM = 1_024;

    /** Under the 30 s after which the other instance closes a silent connection, perhaps just as a request is sent. */
    private static final long IDLE_MAXIMUM_MS = 20_000;

    /** All robots of the largest game, and room to spare. */
    private static final int ANSWER_BYTES_MAXIMUM = 64 * 1024 * 1024;

    private final HttpClient http;

    Forwarder(Duration connectTimeout) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS_MAXIMUM);
        threads.setName("forwarder");
        threads.setDaemon(true);
        http = new HttpClient(new HttpClientTransportOverHTTP(1));
        http.setExecutor(threads);
        http.setConnectTimeout(connectTimeout.toMillis());
        http.setIdleTimeout(IDLE_MAXIMUM_MS);
        http.setMaxConnectionsPerDestination(CONNECTIONS_MAXIMUM);
        http.setMaxRequestsQueuedPerDestination(WAITING_MAXIMUM);
        http.setFollowRedirects(false);
        http.setUserAgentField(null);
        try {
            http.start();
        } catch (Exception e) {
            throw new IllegalStateException("The client for other instances does not start", e);
        }
        // Afterwards, because the start fills it in: answers between instances need not be packed.
        http.getContentDecoderFactories().clear();
    }

    /**
     * The other instance's answer; fails with {@link NotAvailableException} if there is none or it cannot answer.
     *
     * @param pathAndQuery what is asked
     * @param role in which role it shall answer
     */
    CompletableFuture<Reply> ask(HostInfo instance, String pathAndQuery, Role role, Duration timeout) {
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        http.newRequest("http://%s:%d%s".formatted(instance.host(), instance.port(), pathAndQuery))
                .headers(headers -> headers.put(Headers.FORWARDED, role.name()))
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .send(new Listener(instance, answer));
        return answer;
    }

    static String name(HostInfo instance) {
        return instance.host() + ":" + instance.port();
    }

    @Override
    public void close() {
        try {
            http.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The client for other instances does not stop", e);
        }
    }

    /** What went wrong in a future, without the wrapping. */
    static Throwable cause(Throwable problem) {
        return problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
    }

    private static final class Listener extends BufferingResponseListener {
        private final HostInfo instance;
        private final CompletableFuture<Reply> answer;

        Listener(HostInfo instance, CompletableFuture<Reply> answer) {
            super(ANSWER_BYTES_MAXIMUM);
            this.instance = instance;
            this.answer = answer;
        }

        @Override
        public void onComplete(Result result) {
            if (result.isFailed()) {
                answer.completeExceptionally(new NotAvailableException(
                        "The instance %s does not answer".formatted(name(instance)), result.getFailure()));
                return;
            }
            int status = result.getResponse().getStatus();
            byte[] body = getContent() == null ? new byte[0] : getContent();
            if (isNotAvailable(status, body)) {
                answer.completeExceptionally(
                        new NotAvailableException("The instance %s cannot answer now".formatted(name(instance))));
                return;
            }
            HttpFields fields = result.getResponse().getHeaders();
            Map<String, String> headers = new LinkedHashMap<>();
            for (String name : PASSED_BACK) {
                String value = fields.get(name);
                if (value != null) {
                    headers.put(name, value);
                }
            }
            String contentType = fields.get("Content-Type");
            answer.complete(new Reply(status, contentType == null ? Json.CONTENT_TYPE : contentType, headers, body));
        }

        private static boolean isNotAvailable(int status, byte[] body) {
            if (status != ProblemCode.NOT_AVAILABLE.status()) {
                return false;
            }
            try {
                String code = Json.read(body).path("code").asText();
                return code.equals(ProblemCode.NOT_AVAILABLE.code());
            } catch (IOException e) {
                // Not ours: something between the instances answered.
                return true;
            }
        }
    }
}
