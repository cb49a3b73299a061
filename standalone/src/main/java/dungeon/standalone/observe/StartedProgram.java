package dungeon.standalone.observe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Looks whether a program that was started has come to answer. */
final class StartedProgram {
    private static final Duration ANSWER_MAXIMUM = Duration.ofSeconds(5);
    private static final long POLL_MS = 250;
    private static final int OK = 200;

    private StartedProgram() {}

    /** Waits until a program answers under an address, or has ended; says whether it answers. */
    static boolean answers(Process program, URI address, Duration atMost) throws InterruptedException {
        HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_MAXIMUM).build();
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(ANSWER_MAXIMUM).build();
        long deadlineNanos = System.nanoTime() + atMost.toNanos();
        while (program.isAlive() && System.nanoTime() < deadlineNanos) {
            if (isOk(http, request)) {
                return true;
            }
            Thread.sleep(POLL_MS);
        }
        return false;
    }

    private static boolean isOk(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }
}
