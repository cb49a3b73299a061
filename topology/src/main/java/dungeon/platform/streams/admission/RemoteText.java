package dungeon.platform.streams.admission;

import dungeon.platform.http.LimitedBody;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A bounded text of the ingest, which is only sent again when it has changed. */
final class RemoteText {
    static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final HttpClient http;
    private final URI url;
    private final int bytesMaximum;
    private volatile String tag;

    RemoteText(HttpClient http, URI url, int bytesMaximum) {
        this.http = http;
        this.url = url;
        this.bytesMaximum = bytesMaximum;
    }

    URI url() {
        return url;
    }

    /**
     * Reads it.
     *
     * @param waitMs how long it may take
     * @return empty if it is what {@link #took} was told of
     * @throws IOException if it cannot be read in time
     */
    Optional<HttpResponse<String>> read(long waitMs) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url);
        if (tag != null) {
            request.header("If-None-Match", tag);
        }
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request.build(), LimitedBody.ofString(bytesMaximum));
        try {
            HttpResponse<String> response = answer.get(waitMs, TimeUnit.MILLISECONDS);
            return response.statusCode() == NOT_MODIFIED ? Optional.empty() : Optional.of(response);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no answer within %d ms".formatted(waitMs), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }

    /** An answer was understood, and need not be sent again. */
    void took(HttpResponse<String> answer) {
        tag = answer.headers().firstValue("ETag").orElse(null);
    }
}
