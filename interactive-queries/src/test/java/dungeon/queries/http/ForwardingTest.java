package dungeon.queries.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.queries.TestGame;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForwardingTest {
    private static final String GAME = "10000000-0000-4000-8000-000000000001";
    private static final String PATH = "/games/" + GAME;

    @TempDir
    private Path stateDir;

    private final TestGame game = TestGame.underWay(GAME);
    private TestInstance asked;
    private TestInstance holder;

    @BeforeEach
    void open() throws IOException {
        asked = new TestInstance(stateDir.resolve("asked"), "forward.timeout.ms", "500");
        holder = new TestInstance(stateDir.resolve("holder"));
        holder.views.pipe(game.events());
        asked.stores.beAway();
        asked.locator.place(holder.self());
        holder.locator.place(holder.self());
    }

    @AfterEach
    void close() {
        asked.close();
        holder.close();
    }

    @Test
    void passesTheRequestOnToTheInstanceThatHoldsTheGame() {
        HttpResponse<String> response = asked.get(PATH + "/robots?playerId=" + TestGame.BERT);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(withoutNow(response)).isEqualTo(withoutNow(holder.get(PATH + "/robots?playerId=" + TestGame.BERT)));
        assertThat(GameRoutesTest.header(response, "Dungeon-Instance")).isEqualTo(holder.name());
        assertThat(GameRoutesTest.header(response, "Dungeon-Sequence")).isEqualTo(String.valueOf(game.sequence()));
        assertThat(GameRoutesTest.header(response, "Dungeon-Stale")).isNull();
    }

    /** Between two answers time goes on. */
    private static String withoutNow(HttpResponse<String> response) {
        return response.body().replaceAll("\"now\":\\{[^}]*}", "");
    }

    @Test
    void passesProblemsBack() {
        GameRoutesTest.assertProblem(asked.get(PATH + "/robots/" + GAME), 404, "UNKNOWN_ROBOT");
        GameRoutesTest.assertProblem(asked.get(PATH + "?atLeast=1000"), 503, "NOT_YET");
    }

    @Test
    void neverPassesARequestOnTwice() {
        // Each takes the other for the holder, as they can for a moment.
        holder.locator.place(asked.self());
        holder.stores.beAway();

        GameRoutesTest.assertProblem(asked.get(PATH), 503, "NOT_AVAILABLE");
    }

    @Test
    void asksAStandbyIfTheHolderIsGone() throws IOException {
        HostInfo gone = new HostInfo("127.0.0.1", TestInstance.freePort());
        asked.locator.place(gone, holder.self());
        holder.locator.place(gone, holder.self());
        holder.stores.beStandby(12);

        HttpResponse<String> response = asked.get(PATH);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(GameRoutesTest.header(response, "Dungeon-Stale")).isEqualTo("12");
        assertThat(GameRoutesTest.header(response, "Dungeon-Instance")).isEqualTo(holder.name());
    }

    @Test
    void asksAStandbyIfTheHolderDoesNotAnswer() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            asked.locator.place(new HostInfo("127.0.0.1", silent.getLocalPort()), holder.self());
            holder.stores.beStandby(3);

            assertThat(GameRoutesTest.header(asked.get(PATH), "Dungeon-Stale")).isEqualTo("3");
        }
    }

    @Test
    void asksAStandbyIfTheHolderIsNotReady() throws IOException {
        try (TestInstance standby = new TestInstance(stateDir.resolve("standby"))) {
            standby.views.pipe(game.events());
            standby.stores.beStandby(3);
            holder.stores.beAway();
            asked.locator.place(holder.self(), standby.self());

            HttpResponse<String> response = asked.get(PATH);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(GameRoutesTest.header(response, "Dungeon-Stale")).isEqualTo("3");
        }
    }

    /** It may just be being built, and lack what was known for long. */
    @Test
    void readsNoCopyOfWhichNobodyKnowsHowFarItIsBehind() {
        asked.locator.place(holder.self());
        holder.stores.beStandby(-1);

        GameRoutesTest.assertProblem(asked.get(PATH), 503, "NOT_AVAILABLE");
    }

    @Test
    void answersAsAStandbyItselfIfTheHolderIsGone() throws IOException {
        HostInfo gone = new HostInfo("127.0.0.1", TestInstance.freePort());
        holder.locator.place(gone, holder.self());
        holder.stores.beStandby(0);

        HttpResponse<String> response = holder.get(PATH);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(GameRoutesTest.header(response, "Dungeon-Stale")).isEqualTo("0");
    }

    @Test
    void theInstanceThatIsTakingOverAnswersWithWhatItHadAsAStandby() throws IOException {
        asked.locator.place(holder.self());
        holder.stores.beStandby(7);

        HttpResponse<String> response = asked.get(PATH);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(GameRoutesTest.header(response, "Dungeon-Stale")).isEqualTo("7");
    }

    @Test
    void aCopyThatIsOnlyBeingBuiltIsNotRead() {
        asked.locator.place(holder.self());
        holder.stores.beStandby(10_001);

        GameRoutesTest.assertProblem(asked.get(PATH), 503, "NOT_AVAILABLE");
    }

    @Test
    void aStandbyThatHasTakenOverIsNotStale() throws IOException {
        HostInfo gone = new HostInfo("127.0.0.1", TestInstance.freePort());
        asked.locator.place(gone, holder.self());

        assertThat(GameRoutesTest.header(asked.get(PATH), "Dungeon-Stale")).isNull();
    }

    @Test
    void aStandbyDoesNotDenyWhatItMayOnlyNotKnowYet() throws IOException {
        HostInfo gone = new HostInfo("127.0.0.1", TestInstance.freePort());
        asked.locator.place(gone, holder.self());
        holder.stores.beStandby(5);

        GameRoutesTest.assertProblem(asked.get("/games/10000000-0000-4000-8000-000000000009"), 503, "NOT_AVAILABLE");
        GameRoutesTest.assertProblem(asked.get(PATH + "/robots/" + GAME), 503, "NOT_AVAILABLE");
        GameRoutesTest.assertProblem(asked.get(PATH + "/accounts/" + GAME), 503, "NOT_AVAILABLE");
        GameRoutesTest.assertProblem(asked.get(PATH + "?atLeast=1000"), 503, "NOT_YET");
    }

    @Test
    void saysWhenNobodyHoldsTheGame() {
        asked.locator.place(null);
        GameRoutesTest.assertProblem(asked.get(PATH), 503, "NOT_AVAILABLE");

        asked.locator.place(holder.self());
        holder.stores.beAway();
        GameRoutesTest.assertProblem(asked.get(PATH), 503, "NOT_AVAILABLE");
    }

    @Test
    void listsTheGamesOfAllInstancesInPages() {
        asked.stores.beActive();
        asked.locator.instances(asked.self(), holder.self());
        List<String> expected = new ArrayList<>(List.of(GAME));
        for (int i = 0; i < 9; i++) {
            TestGame more = i % 3 == 0
                    ? TestGame.ended(new UUID(i << 20, i).toString())
                    : TestGame.created(new UUID(i << 20, i).toString());
            (i % 2 == 0 ? asked : holder).views.pipe(more.events());
            expected.add(more.gameId());
        }
        expected.sort(null);

        assertThat(allGames("?limit=4")).isEqualTo(expected);
        assertThat(allGames("?limit=1")).isEqualTo(expected);
        assertThat(allGames("?limit=4&state=ENDED")).hasSize(3);
        JsonNode page = asked.json("/games?limit=2");
        assertThat(page.path("missing")).isEmpty();
        assertThat(page.path("games").get(0).has("rules")).isFalse();
        assertThat(page.path("games").get(0).path("state").asText()).isEqualTo("ENDED");
        assertThat(page.path("games").get(0).path("participants")).hasSize(2);
    }

    @Test
    void namesTheInstancesWhoseGamesAreMissing() throws IOException {
        HostInfo gone = new HostInfo("127.0.0.1", TestInstance.freePort());
        asked.locator.instances(gone, holder.self());

        JsonNode page = asked.json("/games");

        assertThat(page.path("games")).hasSize(1);
        assertThat(page.path("missing").toString()).isEqualTo("[\"127.0.0.1:%d\"]".formatted(gone.port()));
    }

    @Test
    void refusesPagesThatCannotBe() {
        GameRoutesTest.assertProblem(asked.get("/games?limit=0"), 400, "MALFORMED");
        GameRoutesTest.assertProblem(asked.get("/games?limit=8"), 400, "MALFORMED");
        GameRoutesTest.assertProblem(asked.get("/games?after=x"), 400, "MALFORMED");
        GameRoutesTest.assertProblem(asked.get("/games?state=OVER"), 400, "MALFORMED");
    }

    private List<String> allGames(String query) {
        List<String> games = new ArrayList<>();
        String after = null;
        do {
            JsonNode page = asked.json("/games" + query + (after == null ? "" : "&after=" + after));
            page.path("games").forEach(listed -> games.add(listed.path("gameId").asText()));
            after = page.path("next").asText(null);
        } while (after != null);
        return games;
    }
}
