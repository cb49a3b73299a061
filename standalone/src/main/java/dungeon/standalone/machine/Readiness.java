package dungeon.standalone.machine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Consumer;

/** Waits until services say that they are ready. */
public final class Readiness {
    private static final Duration REQUEST_MAXIMUM = Duration.ofSeconds(5);
    private static final Duration NOTICE = Duration.ofSeconds(10);
    private static final long POLL_MS = 100;

    private Readiness() {}

    /**
     * Waits until a service answers at {@code /health/ready} that it is.
     *
     * @throws IllegalStateException if it does not within the time
     */
    public static void await(HttpClient http, URI service, Duration maximum) throws InterruptedException {
        await(http, service, maximum, answer -> {});
    }

    /**
     * The same, for somebody who watches.
     *
     * @param notice is told every ten seconds what the service says instead
     */
    public static void await(HttpClient http, URI service, Duration maximum, Consumer<String> notice)
            throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/health/ready"))
                .timeout(REQUEST_MAXIMUM)
                .build();
        long beganNanos = System.nanoTime();
        long noticeNanos = beganNanos + NOTICE.toNanos();
        String answer = "nothing";
        while (System.nanoTime() - beganNanos < maximum.toNanos()) {
            try {
                HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() == 200) {
                    return;
                }
                answer = response.body();
            } catch (IOException e) {
                answer = e.toString();
            }
            if (System.nanoTime() > noticeNanos) {
                notice.accept(answer);
                noticeNanos += NOTICE.toNanos();
            }
            Thread.sleep(POLL_MS);
        }
        throw new IllegalStateException(
                "%s is not ready within %d s; it says %s".formatted(service, maximum.toSeconds(), answer));
    }
}
