package dungeon.platform.queries.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.BufferingResponseListener;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Gets whole answers of other services, without a thread that waits. It is the server's own library, which hands an answer on in the thread that
 * read it; the JDK's client takes four times as long.
 */
public final class AnswerFetcher implements AutoCloseable {
    /** One waits for the connections, the others read answers and write them on. */
    private static final int THREADS_MAXIMUM = 16;

    private static final int CONNECTIONS_MAXIMUM = 64;

    /** Who waits for a connection; as many as the server has threads, with room for those that wait for events. */
    private static final int WAITING_MAXIMUM = 1_024;

    /** Under the 30 s after which the other side closes a silent connection, perhaps just as a request is sent. */
    private static final long IDLE_MAXIMUM_MS = 20_000;

    /** All robots of the largest game, and room to spare. */
    private static final int ANSWER_BYTES_MAXIMUM = 64 * 1024 * 1024;

    private final HttpClient http;
    private final String name;
    private final List<String> passedBack;

    /**
     * Starts the client.
     *
     * @param name of its threads
     * @param passedBack which headers of an answer are kept
     */
    public AnswerFetcher(String name, Duration connectTimeout, List<String> passedBack) {
        this(name, connectTimeout, passedBack, CONNECTIONS_MAXIMUM);
    }

    /**
     * Starts a client that takes fewer connections of the other service.
     *
     * @param name of its threads
     * @param passedBack which headers of an answer are kept
     * @param connectionsMaximum how many requests can be on their way; the others wait
     */
    public AnswerFetcher(String name, Duration connectTimeout, List<String> passedBack, int connectionsMaximum) {
        this.name = name;
        this.passedBack = List.copyOf(passedBack);
        QueuedThreadPool threads = new QueuedThreadPool(THREADS_MAXIMUM);
        threads.setName(name);
        threads.setDaemon(true);
        http = new HttpClient(new HttpClientTransportOverHTTP(1));
        http.setExecutor(threads);
        http.setConnectTimeout(connectTimeout.toMillis());
        http.setIdleTimeout(IDLE_MAXIMUM_MS);
        http.setMaxConnectionsPerDestination(connectionsMaximum);
        http.setMaxRequestsQueuedPerDestination(WAITING_MAXIMUM);
        http.setFollowRedirects(false);
        http.setUserAgentField(null);
        try {
            http.start();
        } catch (Exception e) {
            throw new IllegalStateException("The client %s does not start".formatted(name), e);
        }
        // Afterwards, because the start fills it in: answers between services need not be packed.
        http.getContentDecoderFactories().clear();
    }

    /**
     * The answer, whatever its status; fails with the cause if there is none.
     *
     * @param headers of the request
     */
    public CompletableFuture<Reply> fetch(String url, Map<String, String> headers, Duration timeout) {
        return send(http.newRequest(url), headers, timeout);
    }

    /**
     * Puts JSON somewhere, and gives the answer, whatever its status; fails with the cause if there is none.
     *
     * @param headers of the request
     */
    public CompletableFuture<Reply> put(String url, Map<String, String> headers, String json, Duration timeout) {
        return send(
                http.newRequest(url)
                        .method(HttpMethod.PUT)
                        .body(new StringRequestContent(JsonAnswers.CONTENT_TYPE, json)),
                headers,
                timeout);
    }

    private CompletableFuture<Reply> send(Request request, Map<String, String> headers, Duration timeout) {
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        request.headers(fields -> headers.forEach(fields::put))
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .send(new Listener(answer));
        return answer;
    }

    @Override
    public void close() {
        try {
            http.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The client %s does not stop".formatted(name), e);
        }
    }

    private final class Listener extends BufferingResponseListener {
        private final CompletableFuture<Reply> answer;

        Listener(CompletableFuture<Reply> answer) {
            super(ANSWER_BYTES_MAXIMUM);
            this.answer = answer;
        }

        @Override
        public void onComplete(Result result) {
            if (result.isFailed()) {
                answer.completeExceptionally(result.getFailure());
                return;
            }
            HttpFields fields = result.getResponse().getHeaders();
            Map<String, String> headers = new LinkedHashMap<>();
            for (String header : passedBack) {
                String value = fields.get(header);
                if (value != null) {
                    headers.put(header, value);
                }
            }
            String contentType = fields.get("Content-Type");
            answer.complete(new Reply(
                    result.getResponse().getStatus(),
                    contentType == null ? JsonAnswers.CONTENT_TYPE : contentType,
                    headers,
                    getContent() == null ? new byte[0] : getContent()));
        }
    }
}
