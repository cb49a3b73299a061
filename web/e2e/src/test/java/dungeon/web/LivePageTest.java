package dungeon.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, before the real system. */
@Tag("slow")
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LivePageTest {
    private static final Duration PATIENCE = Stage.PATIENCE;
    private static final double PATIENCE_MS = PATIENCE.toMillis();
    private static final String PRACTICE = "Start a practice game";

    @TempDir
    private static Path folder;

    private static Stage stage;

    @BeforeAll
    static void open() throws Exception {
        stage = Stage.open(folder);
    }

    @AfterAll
    static void close() {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    @Order(1)
    void aGuestOpensAPracticeGameWithOneClickAndPlaysItByHand() throws Exception {
        Page page = stage.newPage();
        page.navigate(stage.url("/"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(PRACTICE))
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*#/games/.*"));
        String gameId = gameOf(page);
        assertThat(page.getByRole(AriaRole.TIMER)).containsText(Pattern.compile("\\d:\\d\\d"));

        page.keyboard().press("b");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Buy for .* cr$")))
                .first()
                .click();
        String owner = stage.ask("/games/" + gameId).path("practiceFor").asText();
        await().atMost(PATIENCE).until(() -> robots(gameId, owner).size() == 1);

        JsonNode before = robots(gameId, owner).get(0);
        page.keyboard().press("Escape");
        page.keyboard().press("n");
        assertThat(page.getByText(before.path("name").asText()).first()).isVisible();
        clickNeighbour(page, gameId, before.path("condition").path("position"));
        await().atMost(PATIENCE)
                .until(() -> !robots(gameId, owner)
                        .get(0)
                        .path("condition")
                        .path("position")
                        .equals(before.path("condition").path("position")));
        page.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    /** The map is 10 × 8 and fitted: its tiles are where the canvas says, and the robot goes there step by step. */
    private static void clickNeighbour(Page page, String gameId, JsonNode position) throws Exception {
        JsonNode map = stage.ask("/games/%s/map".formatted(gameId));
        int width = map.path("width").asInt();
        int height = map.path("height").asInt();
        int x = position.path("x").asInt();
        int y = position.path("y").asInt();
        for (JsonNode tile : map.path("tiles")) {
            int dx = Math.abs(tile.path("x").asInt() - x);
            int dy = Math.abs(tile.path("y").asInt() - y);
            if (Math.max(dx, dy) == 1
                    && tile.path("structure").asText().equals("STAR_SYSTEM")
                    && !tile.path("content").asText().equals("BLACK_HOLE")) {
                Locator canvas = page.locator("canvas").last();
                var box = canvas.boundingBox();
                page.keyboard().press("0");
                double size = Math.min(box.width / (width + 0.5), box.height / (height + 0.5));
                double left = box.width / 2 - size * width / 2;
                double top = box.height / 2 - size * height / 2;
                page.mouse()
                        .click(
                                box.x + left + size * (tile.path("x").asInt() + 0.5),
                                box.y + top + size * (height - tile.path("y").asInt() - 0.5));
                return;
            }
        }
        throw new AssertionError("No way leads from " + position);
    }

    @Test
    @Order(2)
    void theLobbyFollowsWhatStartsAndEnds() throws Exception {
        Page page = stage.newPage();
        page.navigate(stage.url("/"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Running now")))
                .isVisible();
        String gameId = stage.practiceGame(1, 12_000);

        assertThat(page.locator("article a[href*='%s']".formatted(gameId)).first())
                .isVisible();
        assertThat(page.locator("table a[href*='%s']".formatted(gameId))).hasText("Replay");
        page.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    @Order(3)
    void theEndOfAMatchIsWhatTheQueriesAnswer() throws Exception {
        String gameId = stage.practiceGame(3, 20_000);
        Page page = stage.newPage();
        page.navigate(stage.url("/games/" + gameId));
        Locator result = page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("The game is over")));
        assertThat(result).isVisible();

        JsonNode scoreboard = stage.ask("/games/%s/scoreboard".formatted(gameId));
        List<String> expected = new ArrayList<>();
        for (JsonNode place : scoreboard.path("overall")) {
            expected.add("%d %s %,d %,d cr"
                    .formatted(
                            place.path("rank").asInt(),
                            place.path("playerName").asText(),
                            place.path("total").asInt(),
                            place.path("balance").asLong()));
        }
        assertThat(result.getByRole(AriaRole.LISTITEM).allInnerTexts().stream()
                        .map(text -> text.replaceAll("\\s+", " ").strip())
                        .toList())
                .isEqualTo(expected);
        assertThat(expected).hasSize(4);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look around"))
                .click();
        page.keyboard().press("t");
        List<String> rows = page.locator("table tbody tr").allInnerTexts().stream()
                .map(text -> text.replaceAll("\\s+", " ").strip())
                .toList();
        List<String> alive = new ArrayList<>();
        for (JsonNode robot : stage.ask("/games/%s/robots".formatted(gameId)).path("robots")) {
            if (!robot.path("destroyed").asBoolean()) {
                JsonNode now = robot.path("now");
                JsonNode position = robot.path("condition").path("position");
                alive.add("%s .* \\(?%d, ?%d\\)? %d %d .*"
                        .formatted(
                                Pattern.quote(robot.path("name").asText()),
                                position.path("x").asInt(),
                                position.path("y").asInt(),
                                now.path("health").asInt(),
                                now.path("energy").asInt()));
            }
        }
        assertThat(rows).hasSameSizeAs(alive);
        for (String pattern : alive) {
            assertThat(rows).anyMatch(row -> row.matches(pattern));
        }
        page.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    @Order(4)
    void aReplayRunsFromAFileOfItsOwnWithoutAServer() throws Exception {
        String gameId = stage.practiceGame(2, 12_000);
        await().atMost(PATIENCE)
                .until(() ->
                        stage.ask("/games/" + gameId).path("state").asText().equals("ENDED"));
        Page page = stage.newPage();
        page.navigate(stage.url("/games/%s?at=5000".formatted(gameId)));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Share and keep"))
                .click();
        Download download = page.waitForDownload(
                () -> page.getByText("Export as one page that runs anywhere").click());
        Path file = folder.resolve("replay.html");
        download.saveAs(file);
        page.context().close();

        Page offline = stage.newPage();
        offline.context().setOffline(true);
        List<String> requests = new CopyOnWriteArrayList<>();
        offline.onRequest(request -> {
            if (request.url().startsWith("http")) {
                requests.add(request.url());
            }
        });
        offline.navigate(file.toUri().toString());
        assertThat(offline.locator("canvas").first()).isVisible();
        assertThat(offline.getByText(Pattern.compile("miner-")).first()).isVisible();
        assertThat(requests).isEmpty();
        offline.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    @Order(5)
    void saysThatTheConnectionIsLostAndCatchesUp() throws Exception {
        String gameId = stage.practiceGame(2, 120_000);
        Page page = stage.newPage();
        List<WebSocketRoute> routes = new CopyOnWriteArrayList<>();
        boolean[] refuse = {false};
        page.routeWebSocket(Pattern.compile(".*/feed.*"), route -> {
            routes.add(route);
            if (refuse[0]) {
                route.close();
            } else {
                route.connectToServer();
            }
        });
        page.navigate(stage.url("/games/" + gameId));
        Locator live = page.locator(".tag.live");
        assertThat(live).isVisible();

        refuse[0] = true;
        routes.forEach(WebSocketRoute::close);
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("connection")))
                .isVisible();

        refuse[0] = false;
        assertThat(live).isVisible();
        awaitSameTotals(page, gameId);
        page.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    @Order(6)
    void nothingSeriousKeepsAnybodyOut() throws Exception {
        String gameId = stage.practiceGame(2, 60_000);
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            Page page = stage.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (String route : List.of("/", "/map-types", "/analysis", "/replay", "/games/" + gameId)) {
                page.navigate(stage.url(route));
                page.waitForLoadState();
                assertThat(page.locator("main")).isVisible();
                List<String> serious = new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                                .map(LivePageTest::told)
                                .toList();
                assertThat(serious).as("%s, %s", route, scheme).isEmpty();
            }
            page.context().close();
        }
        assertThat(stage.faults()).isEmpty();
    }

    private static String told(Rule rule) {
        return "%s: %s".formatted(rule.getId(), rule.getNodes());
    }

    @Test
    @Order(7)
    void isUsableOnAPhone() throws Exception {
        String gameId = stage.practiceGame(2, 60_000);
        Page page = stage.newPage();
        page.setViewportSize(400, 800);
        for (String route : List.of("/", "/map-types", "/analysis", "/games/" + gameId)) {
            page.navigate(stage.url(route));
            assertThat(page.locator("main")).isVisible();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(route)
                    .isEqualTo(true);
        }
        assertThat(page.locator("canvas").first()).isVisible();
        page.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    /** The last one, because it stops everything. */
    @Test
    @Order(8)
    void goesOnWhenTheServerHasRestarted() throws Exception {
        String gameId = stage.practiceGame(2, 240_000);
        Page page = stage.newPage();
        page.navigate(stage.url("/games/" + gameId));
        Locator live = page.locator(".tag.live");
        assertThat(live).isVisible();

        stage.stopMachine();
        assertThat(page.getByRole(AriaRole.STATUS)
                        .filter(new Locator.FilterOptions().setHasText("server"))
                        .or(page.getByRole(AriaRole.STATUS)
                                .filter(new Locator.FilterOptions().setHasText("connection"))))
                .isVisible();
        stage.startMachine();

        assertThat(live).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(2 * PATIENCE_MS));
        awaitSameTotals(page, gameId);
        page.context().close();
    }

    /** Each player's row of the standings has the points that the queries answer, at some moment of a game that goes on. */
    private static void awaitSameTotals(Page page, String gameId) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            for (JsonNode place :
                    stage.ask("/games/%s/scoreboard".formatted(gameId)).path("overall")) {
                Locator row =
                        page.getByTitle("Follow " + place.path("playerName").asText());
                assertThat(row.locator(".points").innerText().strip())
                        .isEqualTo("%,d".formatted(place.path("total").asInt()));
            }
        });
    }

    private static JsonNode robots(String gameId, String playerId) throws Exception {
        return stage.ask("/games/%s/robots?playerId=%s".formatted(gameId, playerId))
                .path("robots");
    }

    private static String gameOf(Page page) {
        return page.url().replaceAll(".*#/games/([0-9a-f-]+).*", "$1");
    }
}
