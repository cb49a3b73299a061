package dungeon.queries.http;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.envelope.Ids;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.queries.history.FakeHistory;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept about a player, and who may see it. */
class OwnDataRouteTest {
    private static final String ADA = Ids.nameBased("player:ada");
    private static final String PATH = "/users/me/data";

    @TempDir
    private static Path stateDir;

    private static FakeIngest ingest;
    private static FakeHistory history;
    private static TestInstance instance;
    private static TestInstance withoutHistory;

    @BeforeAll
    static void open() throws IOException {
        ingest = new FakeIngest();
        history = new FakeHistory();
        history.addPersonal(ADA, "{\"playerId\":\"%s\"}".formatted(ADA));
        instance = new TestInstance(
                stateDir.resolve("one"), "history.url", history.url(), "key.set.url", ingest.keySetUrl());
        withoutHistory = new TestInstance(stateDir.resolve("other"), "key.set.url", ingest.keySetUrl());
    }

    @AfterAll
    static void close() {
        instance.close();
        withoutHistory.close();
        history.close();
        ingest.close();
    }

    @Test
    void isForThePlayerOfTheToken() {
        HttpResponse<String> answer = ask(instance, ingest.tokenOf(ADA, PrincipalKind.PLAYER, later()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"playerId\":\"%s\"}".formatted(ADA));
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void isForNobodyWhoIsNoPlayer() {
        String own = ingest.tokenOf(ADA, PrincipalKind.PLAYER, later());
        for (String token : new String[] {
            "",
            "x",
            own.substring(1),
            own + "A",
            ingest.tokenOf(ADA, PrincipalKind.PLAYER, Instant.now().minusSeconds(1)),
            ingest.tokenOf("administrator", PrincipalKind.ADMINISTRATOR, later()),
            ingest.tokenForGame(ADA, Ids.nameBased("a game"))
        }) {
            GameRoutesTest.assertProblem(ask(instance, token), 401, "UNAUTHENTICATED");
        }
        GameRoutesTest.assertProblem(instance.get(PATH), 401, "UNAUTHENTICATED");
        GameRoutesTest.assertProblem(instance.get(PATH, "Authorization", "Basic " + own), 401, "UNAUTHENTICATED");
    }

    @Test
    void isReachedByNoOtherWay() {
        for (String path : new String[] {"/personal/" + ADA, "/history/../personal/" + ADA}) {
            int before = history.requests().size();
            assertThat(instance.get(path).statusCode()).as(path).isGreaterThanOrEqualTo(400);
            assertThat(history.requests()).as(path).hasSize(before);
        }
    }

    @Test
    void saysThatThereIsNoHistory() {
        String own = ingest.tokenOf(ADA, PrincipalKind.PLAYER, later());
        GameRoutesTest.assertProblem(ask(withoutHistory, own), 404, "UNKNOWN_ROUTE");
    }

    private static Instant later() {
        return Instant.now().plusSeconds(3_600);
    }

    private static HttpResponse<String> ask(TestInstance asked, String token) {
        return asked.get(PATH, "Authorization", "Bearer " + token);
    }
}
