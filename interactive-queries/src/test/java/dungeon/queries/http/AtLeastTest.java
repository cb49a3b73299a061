package dungeon.queries.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dungeon.queries.TestGame;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtLeastTest {
    private static final String GAME = "10000000-0000-4000-8000-000000000001";

    @TempDir
    private Path stateDir;

    private final TestGame game = TestGame.underWay(GAME);
    private TestInstance instance;

    @BeforeEach
    void open() throws IOException {
        instance = new TestInstance(stateDir, "at.least.timeout.ms", "20000");
    }

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void answersAtOnceWhatIsThere() {
        instance.views.pipe(game.events());

        HttpResponse<String> response = instance.get("/games/%s?atLeast=%d".formatted(GAME, game.sequence()));

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void waitsForTheEventAndNoLonger() {
        instance.views.pipe(game.events().subList(0, 4));
        CompletableFuture<HttpResponse<String>> response =
                CompletableFuture.supplyAsync(() -> instance.get("/games/%s/scoreboard?atLeast=6".formatted(GAME)));
        await().until(() -> instance.views.signals().waiting() == 1);

        instance.views.pipe(game.events().subList(4, 5));
        assertThat(instance.views.signals().waiting()).isEqualTo(1);
        instance.views.pipe(game.events().subList(5, 6));

        HttpResponse<String> answer = response.orTimeout(10, TimeUnit.SECONDS).join();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(GameRoutesTest.header(answer, "Dungeon-Sequence")).isEqualTo("6");
        assertThat(TestInstance.json(answer).path("sequence").asLong()).isEqualTo(6);
    }

    @Test
    void waitsForAGameThatIsNotThereYet() {
        CompletableFuture<HttpResponse<String>> response =
                CompletableFuture.supplyAsync(() -> instance.get("/games/%s?atLeast=1".formatted(GAME)));
        await().until(() -> instance.views.signals().waiting() == 1);

        instance.views.pipe(game.events().subList(0, 1));

        assertThat(response.orTimeout(10, TimeUnit.SECONDS).join().statusCode()).isEqualTo(200);
    }

    @Test
    void givesUpAfterAWhileAndSaysWhenToTryAgain() throws IOException {
        try (TestInstance impatient = new TestInstance(stateDir.resolve("other"), "at.least.timeout.ms", "100")) {
            impatient.views.pipe(game.events().subList(0, 4));
            long beganNanos = System.nanoTime();

            HttpResponse<String> response = impatient.get("/games/%s?atLeast=5".formatted(GAME));

            GameRoutesTest.assertProblem(response, 503, "NOT_YET");
            assertThat(GameRoutesTest.header(response, "Retry-After")).isEqualTo("1");
            assertThat(Duration.ofNanos(System.nanoTime() - beganNanos))
                    .isBetween(Duration.ofMillis(100), Duration.ofSeconds(10));
            assertThat(impatient.views.signals().waiting()).isZero();
        }
    }
}
