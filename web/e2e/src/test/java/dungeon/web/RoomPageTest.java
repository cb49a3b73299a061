package dungeon.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tic-tac-toe in real browsers, before the real system. */
@Tag("slow")
@Timeout(300)
class RoomPageTest {
    private static final Pattern ROOM = Pattern.compile(".*#/tic-tac-toe/[0-9a-f-]{36}.*");

    private static final Pattern THREE_SECONDS_OR_MORE = Pattern.compile("^\\d:(0[3-9]|[1-5]\\d)$");

    private static final Duration CLAIMABLE_AFTER = Duration.ofSeconds(30);
    /** A room that is closed for so long that the queries have it no more. */
    private static final String PAST = "00000000-0000-7000-8000-00000000000a";

    private static final String RANKING = """
            {"asOf": "2026-05-01T10:00:00Z", "closedRooms": 3, "players": [
              {"position": 1, "playerId": "c", "playerName": "cyd", "rounds": 4, "wins": 3, "draws": 1, "losses": 0, "opponents": 2,
               "score": 0.5694, "lastEndedAt": "2026-05-01T09:00:00Z"}]}""";

    private static final String PAST_EVENTS = """
            {"events": [
              {"roomId": "r", "sequence": 1, "time": "2026-05-01T10:00:00Z", "remaining": 0, "type": "RoomCreated",
               "player": {"playerId": "a", "playerName": "ann"}, "expiresAt": "2026-05-01T10:10:00Z",
               "plan": {"opponent": "PERSON", "mark": "X", "moveMs": 30000, "roundMs": 180000}},
              {"roomId": "r", "sequence": 2, "time": "2026-05-01T10:00:01Z", "remaining": 1, "type": "PlayerSeated",
               "player": {"playerId": "b", "playerName": "bob"}},
              {"roomId": "r", "sequence": 3, "time": "2026-05-01T10:00:01Z", "remaining": 0, "type": "RoundStarted", "round": 1,
               "xPlayerId": "a", "oPlayerId": "b", "remainingMs": 180000, "deadline": "2026-05-01T10:00:31Z"},
              {"roomId": "r", "sequence": 4, "time": "2026-05-01T10:00:02Z", "remaining": 0, "type": "MarkPlaced", "playerId": "a",
               "round": 1, "move": 1, "mark": "X", "cell": 4, "remainingMs": 179000, "deadline": "2026-05-01T10:00:32Z"},
              {"roomId": "r", "sequence": 5, "time": "2026-05-01T10:00:03Z", "remaining": 1, "type": "RoundEnded", "playerId": "b",
               "round": 1, "result": "X_WON", "reason": "LEFT", "winnerId": "a", "line": [], "wins": [1, 0],
               "closesAt": "2026-05-01T10:02:03Z"},
              {"roomId": "r", "sequence": 6, "time": "2026-05-01T10:00:03Z", "remaining": 0, "type": "RoomClosed", "reason": "LEFT"}]}""";

    /** Where pictures of the page go, for those who want to look at it. */
    private static final String PICTURES = System.getProperty("room.pictures", "");

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

    /** One of them loses every connection between two moves, and the game goes on where it was. */
    @Test
    void twoPlayARoundThoughOneOfThemIsCutOffInBetween() {
        Page ann = stage.newPage();
        ann.navigate(stage.url("/tic-tac-toe"));
        button(ann, "Play a friend").click();
        ann.waitForURL(ROOM);
        assertThat(ann.getByText("Waits for a second player")).isVisible();
        picture(ann, "waiting");

        Page bob = stage.newPage();
        List<WebSocketRoute> feeds = new CopyOnWriteArrayList<>();
        boolean[] isCutOff = {false};
        bob.routeWebSocket(Pattern.compile(".*/feed.*"), route -> {
            if (isCutOff[0]) {
                route.close();
            } else {
                feeds.add(route);
                route.connectToServer();
            }
        });
        bob.navigate(ann.url());
        button(bob, "Join").click();
        assertThat(ann.getByText("Your turn")).isVisible();

        place(ann, 5);
        assertThat(cell(bob, 5, "X")).isVisible();
        place(bob, 1);
        assertThat(cell(ann, 1, "O")).isVisible();
        isCutOff[0] = true;
        bob.route("**/ingest/**", Route::abort);
        feeds.forEach(WebSocketRoute::close);
        assertThat(bob.getByText("The connection is lost")).isVisible();
        place(ann, 3);
        isCutOff[0] = false;
        bob.unroute("**/ingest/**");

        assertThat(cell(bob, 3, "X")).isVisible();
        place(bob, 2);
        assertThat(cell(ann, 2, "O")).isVisible();
        picture(ann, "playing");
        place(ann, 7);

        assertThat(ann.getByText("You have won")).isVisible();
        assertThat(bob.getByText("You have lost")).isVisible();
        picture(bob, "over");
        button(ann, "Play again").click();
        button(bob, "Play again").click();
        assertThat(bob.getByText("Your turn")).isVisible();
        ann.context().close();
        bob.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    /** Nobody has to wait ten minutes for somebody who has gone for good; whoever loads the page anew has not. */
    @Test
    void whoeverIsGoneForGoodLosesToAnOpponentWhoClaimsIt() {
        Page ann = searchSlowly();
        Page bob = searchSlowly();
        ann.waitForURL(ROOM);
        bob.waitForURL(ROOM);
        Locator annsTurn = ann.getByText("Your turn");
        assertThat(annsTurn.or(ann.getByText("is to move"))).isVisible();
        Page stays = annsTurn.isVisible() ? ann : bob;
        Page goes = stays == ann ? bob : ann;
        goes.reload();
        place(stays, 5);
        assertThat(goes.getByText("Your turn")).isVisible();
        assertThat(stays.getByText("gone", exactly())).hasCount(0);

        goes.context().close();
        assertThat(stays.getByText("gone", exactly())).isVisible(soon());
        picture(stays, "gone");
        button(stays, Pattern.compile("is gone: take the win")).click(whenItCanBeClaimed());

        assertThat(stays.getByText("You have won")).isVisible();
        assertThat(stays.getByText("the other was gone")).isVisible();
        picture(stays, "claimed");
        stays.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    private static Page searchSlowly() {
        Page page = stage.newPage();
        page.navigate(stage.url("/tic-tac-toe"));
        page.getByText("Slow", exactly()).click();
        button(page, "Play somebody").click();
        return page;
    }

    /** Each is told of the other without having known of them, and they play in one room. */
    @Test
    void twoWhoPlaySomebodyMeetInOneRoom() {
        Page ann = stage.newPage();
        ann.navigate(stage.url("/tic-tac-toe"));
        button(ann, "Play somebody").click();
        assertThat(ann.getByText("Looking for an opponent")).isVisible();
        picture(ann, "searching");

        Page bob = stage.newPage();
        bob.navigate(stage.url("/tic-tac-toe"));
        button(bob, "Play somebody").click();

        ann.waitForURL(ROOM);
        bob.waitForURL(ROOM);
        String room = ann.url();
        assertThat(bob.url()).isEqualTo(room);
        Locator annsTurn = ann.getByText("Your turn");
        assertThat(annsTurn.or(ann.getByText("is to move"))).isVisible();
        Page first = annsTurn.isVisible() ? ann : bob;
        place(first, 5);
        assertThat(cell(first == ann ? bob : ann, 5, "X")).isVisible();
        ann.context().close();
        bob.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    /** Whoever goes elsewhere while searching is not found by whoever comes then. */
    @Test
    void whoeverGoesElsewhereDoesNotKeepSomebodyWaitingInARoom() {
        Page ann = stage.newPage();
        ann.navigate(stage.url("/tic-tac-toe"));
        button(ann, "Play somebody").click();
        assertThat(ann.getByText("Looking for an opponent")).isVisible();
        ann.navigate(stage.url("/map-types"));
        ann.context().close();

        Page bob = stage.newPage();
        bob.navigate(stage.url("/tic-tac-toe"));
        button(bob, "Play somebody").click();
        assertThat(bob.getByText("Looking for an opponent")).isVisible();
        assertThat(bob.getByText(THREE_SECONDS_OR_MORE)).isVisible();
        button(bob, "Cancel").click();
        assertThat(button(bob, "Play somebody")).isVisible();
        assertThat(bob.url()).doesNotMatch(ROOM.pattern());
        bob.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    void aGuestPlaysABotWithOneClickAndNeverWinsAgainstThePerfectOne() throws Exception {
        Page page = stage.newPage();
        page.navigate(stage.url("/tic-tac-toe"));
        button(page, "Play the bot that never loses").click();
        page.waitForURL(ROOM);
        String room = "/rooms/" + page.url().replaceFirst(".*/tic-tac-toe/", "").replaceFirst("\\?.*", "");
        JsonNode now = awaitOwnTurnOrEnd(room);
        while (!now.path("state").asText().equals("OVER")) {
            place(page, now.path("cells").asText().indexOf('.') + 1);
            int move = now.path("move").asInt();
            await().atMost(Stage.PATIENCE)
                    .until(() -> stage.ask(room).path("move").asInt() > move);
            now = awaitOwnTurnOrEnd(room);
        }
        assertThat(page.getByText(Pattern.compile("You have lost|Nobody has won")))
                .isVisible();
        picture(page, "bot");

        page.getByRole(AriaRole.SLIDER).fill("1");
        assertThat(page.getByText("Move 1 of")).isVisible();
        assertThat(page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Cell \\d, [XO]$"))))
                .hasCount(1);
        button(page, "Leave").click();
        assertThat(page.getByText("A player has left")).isVisible();
        page.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    private static JsonNode awaitOwnTurnOrEnd(String room) {
        return await().atMost(Stage.PATIENCE)
                .until(
                        () -> stage.ask(room),
                        now -> now.path("state").asText().equals("OVER")
                                || (now.has("turnPlayerId")
                                        && now.path("cells").asText().indexOf('.') >= 0
                                        && now.path("turnPlayerId")
                                                .equals(now.path("seats")
                                                        .path(0)
                                                        .path("playerId"))));
    }

    @Test
    void nothingSeriousKeepsAnybodyOutAndAPhoneIsWideEnough() {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            Page page = stage.newPage();
            page.setViewportSize(400, 800);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.navigate(stage.url("/tic-tac-toe"));
            picture(page, "rooms-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
            requireReadable(page);
            button(page, "Play the easy bot").click();
            page.waitForURL(ROOM);
            assertThat(page.getByText("Your turn")).isVisible();
            picture(page, "phone-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
            requireReadable(page);
            button(page, "Give up").click();
            assertThat(page.getByText("You have lost")).isVisible();
            page.context().close();
        }
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    void aRoomOfTheListIsJoinedWithOneClickAndAnotherAddressShowsAnotherRoom() {
        Page ann = stage.newPage();
        ann.navigate(stage.url("/tic-tac-toe"));
        button(ann, "Open a room for anybody").click();
        ann.waitForURL(ROOM);
        Page bob = stage.newPage();
        bob.navigate(stage.url("/tic-tac-toe"));

        bob.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Join").setExact(true))
                .click();

        assertThat(ann.getByText("Your turn")).isVisible();
        assertThat(bob.getByText("is to move")).isVisible();
        bob.evaluate("location.hash = '#/tic-tac-toe/00000000-0000-7000-8000-000000000009'");
        assertThat(bob.getByText("There is no such room")).isVisible();
        ann.context().close();
        bob.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    /** The history, which has no PostgreSQL here, is spoken for; the rest is real. */
    @Test
    void pastRoomsAreListedWithARankingAndReplayFromTheHistory() {
        Page page = stage.newPage();
        page.route(
                "**/history/rooms?*",
                route -> answer(
                        route, pastRooms(route.request().url().replaceFirst(".*playerId=([0-9a-f-]+).*", "$1"))));
        page.route("**/history/ranking/tictactoe*", route -> answer(route, RANKING));
        page.route("**/history/rooms/*/events*", route -> answer(route, PAST_EVENTS));
        // The queries know no such room, and would say with a history where it is.
        page.routeWebSocket(
                Pattern.compile(".*/rooms/" + PAST + "/feed.*"),
                route -> route.connectToServer()
                        .onClose((code, reason) -> route.close(
                                new WebSocketRoute.CloseOptions().setCode(4308).setReason("/history/rooms/" + PAST))));
        page.navigate(stage.url("/tic-tac-toe"));
        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("cyd")))
                .containsText("57%");
        assertThat(page.getByText("Your past rooms")).not().isVisible();

        button(page, "Open a room for anybody").click();
        page.waitForURL(ROOM);
        page.navigate(stage.url("/tic-tac-toe"));
        Locator past = page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("bob"));
        assertThat(past).containsText("Won 2 : 1");
        picture(page, "past-rooms");
        page.setViewportSize(400, 800);
        requireReadable(page);
        picture(page, "past-rooms-phone");
        past.getByRole(AriaRole.LINK).click();

        page.waitForURL(Pattern.compile(".*" + PAST));
        assertThat(page.getByText("A player has left")).isVisible();
        assertThat(cell(page, 5, "X")).isVisible();
        page.getByRole(AriaRole.SLIDER).fill("0");
        assertThat(cell(page, 5, "X")).not().isVisible();
        picture(page, "past-room");
        page.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    private static void answer(Route route, String json) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(json));
    }

    private static String pastRooms(String playerId) {
        return """
                {"rooms": [{"roomId": "%s", "openedAt": "2026-05-01T10:00:00Z", "closedAt": "2026-05-01T10:05:00Z",
                  "closingReason": "LEFT", "opponent": "PERSON", "practice": false, "rounds": 4,
                  "players": [{"playerId": "b", "playerName": "bob", "wins": 1}, {"playerId": "%s", "playerName": "ann", "wins": 2}]}]}
                """.formatted(PAST, playerId);
    }

    @Test
    void saysThatThereIsNoSuchRoom() {
        Page page = stage.newPage();
        page.navigate(stage.url("/tic-tac-toe/00000000-0000-7000-8000-000000000009"));
        assertThat(page.getByText("There is no such room")).isVisible();
        page.context().close();
    }

    private static void requireReadable(Page page) {
        List<String> serious = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> "%s: %s".formatted(rule.getId(), rule.getNodes()))
                        .toList();
        assertThat(serious).as(page.url()).isEmpty();
        Object isTooWide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        assertThat(isTooWide)
                .as("something is cut off at the side of " + page.url())
                .isEqualTo(false);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static LocatorAssertions.IsVisibleOptions soon() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout((double) Stage.PATIENCE.toMillis());
    }

    private static Locator.ClickOptions whenItCanBeClaimed() {
        return new Locator.ClickOptions()
                .setTimeout((double) CLAIMABLE_AFTER.plus(Stage.PATIENCE).toMillis());
    }

    private static Locator cell(Page page, int number, String mark) {
        return button(page, "Cell %d, %s".formatted(number, mark));
    }

    private static void place(Page page, int number) {
        button(page, "Cell %d, free".formatted(number)).click();
    }

    private static void picture(Page page, String name) {
        if (!PICTURES.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Paths.get(PICTURES, name + ".png")));
        }
    }
}
