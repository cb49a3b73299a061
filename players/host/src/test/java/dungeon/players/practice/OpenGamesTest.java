package dungeon.players.practice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.platform.envelope.Ids;
import dungeon.players.bots.BotKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenGamesTest {
    private static final String OWNER = "0f1c2a52-0b1e-4d2a-9c6e-000000000001";
    private static final String STRANGER = "0f1c2a52-0b1e-4d2a-9c6e-000000000002";
    private static final String BOT = "0f1c2a52-0b1e-4d2a-9c6e-000000000003";
    private static final String GAME = Ids.timed(1, "a game");
    private static final String ANOTHER = Ids.timed(2, "another game");

    private final OpenGames open = new OpenGames(Turn.alone());

    @Test
    void aPracticeGameWantsBotsFromItsCreationOn() {
        open.learn(created(GAME, OWNER, 3));

        assertThat(due(open, 0, 10)).containsExactly(GAME);
        assertThat(due(open, 0, 10)).isEmpty();
    }

    @Test
    void aMatchAndAPracticeWithoutBotsWantNobody() {
        open.learn(created(GAME, null, 4));
        open.learn(created(ANOTHER, OWNER, 1));

        assertThat(due(open, 0, 10)).isEmpty();
    }

    @Test
    void whoseBotIsThereHasTheGame() {
        open.learn(created(GAME, OWNER, 4));
        open.learn(joined(GAME, OWNER, "miner-00aa"));
        assertThat(open.size()).as("the owner is no bot by any name").isOne();

        open.learn(joined(GAME, BOT, "trader-12ef"));
        open.found(listed(GAME, OWNER, 4));

        assertThat(due(open, 0, 10)).isEmpty();
    }

    @Test
    void strangersTakePlacesUntilThereAreNone() {
        open.learn(created(GAME, OWNER, 3));
        open.learn(joined(GAME, STRANGER, "Ann"));
        assertThat(open.size()).isOne();

        open.learn(joined(GAME, BOT, "Ben"));
        assertThat(open.size()).isZero();
    }

    @Test
    void whoIsInTheListAndInTheFeedTakesOnePlace() {
        open.found(listed(GAME, OWNER, 3, STRANGER, "Ann"));
        open.learn(joined(GAME, STRANGER, "Ann"));

        assertThat(due(open, 0, 10)).containsExactly(GAME);
    }

    @Test
    void theListBringsWhatTheFeedDidNot() {
        open.found(listed(GAME, OWNER, 3, OWNER, "Ann"));
        open.found(listed(ANOTHER, OWNER, 3, BOT, "explorer-0000"));

        assertThat(due(open, 0, 10)).containsExactly(GAME);
    }

    @Test
    void whatWasTakenIsNotTakenAgainUnlessItIsReleased() {
        open.found(listed(GAME, OWNER, 3));
        assertThat(due(open, 0, 10)).containsExactly(GAME);
        open.found(listed(GAME, OWNER, 3));
        assertThat(due(open, 0, 10)).isEmpty();

        open.release(GAME);
        open.found(listed(GAME, OWNER, 3));
        assertThat(due(open, 0, 10)).containsExactly(GAME);
    }

    @Test
    void gamesWaitForRoomAndNotLongerThanTheyLast() {
        open.learn(created(GAME, OWNER, 3));
        open.learn(created(ANOTHER, OWNER, 3));
        assertThat(due(open, 0, 0)).isEmpty();
        assertThat(due(open, 0, 1)).containsExactly(GAME);

        open.learn(event(ANOTHER, "GameEnded"));
        assertThat(due(open, 0, 1)).isEmpty();
    }

    @Test
    void anInstanceWaitsForItsTurn() {
        OpenGames first = new OpenGames(new Turn(0, 2, Duration.ofSeconds(10)));
        OpenGames second = new OpenGames(new Turn(1, 2, Duration.ofSeconds(10)));
        for (OpenGames instance : new OpenGames[] {first, second}) {
            instance.learn(created(GAME, OWNER, 3));
        }

        assertThat(due(first, 1, 1).size() + due(second, 1, 1).size()).isOne();
        assertThat(due(first, 10_000, 1).size() + due(second, 10_000, 1).size()).isZero();
        assertThat(due(first, 10_001, 1).size() + due(second, 10_001, 1).size()).isOne();
    }

    @Test
    void whatHasPassedUnheardIsToldByTheList() {
        open.learn(created(GAME, OWNER, 3));
        open.learn(created(ANOTHER, OWNER, 3));

        open.begin();
        open.found(listed(ANOTHER, OWNER, 3));

        assertThat(due(open, 0, 10)).containsExactly(ANOTHER);
    }

    @Test
    void remembersABoundedNumberOfGames() {
        for (int i = 0; i < PracticeLimits.OPEN_GAMES_MAXIMUM + 10; i++) {
            open.learn(created(Ids.timed(i, "game " + i), OWNER, 3));
        }

        assertThat(open.size()).isEqualTo(PracticeLimits.OPEN_GAMES_MAXIMUM);
    }

    @Test
    void aMatchWantsBotsShortlyBeforeItStopsWaiting() {
        open.learn(match(GAME, "FIGHTER", 60_000, 4));
        open.learn(joined(GAME, OWNER, "Ann"));

        assertThat(due(open, 39_999, 10)).isEmpty();
        assertThat(open.waiting(39_999)).isZero();
        assertThat(open.waiting(40_000)).isOne();
        List<BotWish> due = open.due(40_000, 10, 10);

        assertThat(due).singleElement().satisfies(wish -> {
            assertThat(wish.gameId()).isEqualTo(GAME);
            assertThat(wish.isMatch()).isTrue();
            assertThat(wish.fromMs()).isEqualTo(40_000);
        });
        assertThat(due.get(0).bots(1)).extracting(BotKind::strategy).containsExactly("fighter", "fighter", "fighter");
    }

    @Test
    void aMatchThatWaitsForAShortTimeWantsBotsFromItsCreationOn() {
        open.learn(match(GAME, "MIXED", 10_000, 2));
        open.learn(joined(GAME, OWNER, "Ann"));

        assertThat(due(open, 0, 10)).isEmpty();
        assertThat(due(open, Ids.timeMsOf(GAME), 10)).containsExactly(GAME);
    }

    @Test
    void aMatchWithoutBotsOrWithAllSeatsTakenWantsNobody() {
        open.learn(match(GAME, null, 60_000, 4));
        open.learn(match(ANOTHER, "MIXED", 60_000, 2));
        open.learn(joined(ANOTHER, OWNER, "Ann"));
        assertThat(open.size()).isOne();
        open.learn(joined(ANOTHER, STRANGER, "Bob"));

        assertThat(open.size()).isZero();
    }

    @Test
    void botsThatThisBuildDoesNotKnowAreOfAllKinds() {
        open.learn(match(GAME, "DIPLOMAT", 60_000, 6));
        open.learn(joined(GAME, OWNER, "Ann"));

        assertThat(open.due(60_000, 1, 1).get(0).bots(0))
                .extracting(BotKind::strategy)
                .containsExactly("miner", "trader", "fighter", "explorer", "miner", "trader");
    }

    @Test
    void aFullSetOfMatchesLeavesRoomToPractice() {
        open.learn(match(GAME, "MIXED", 60_000, 4));
        open.learn(joined(GAME, OWNER, "Ann"));
        open.learn(created(ANOTHER, OWNER, 3));

        assertThat(open.due(60_000, 10, 0)).extracting(BotWish::gameId).containsExactly(ANOTHER);
        assertThat(open.due(60_000, 10, 1)).extracting(BotWish::gameId).containsExactly(GAME);
    }

    @Test
    void aMatchWantsNoBotsBeforeAPersonIsInIt() {
        open.learn(match(GAME, "MIXED", 60_000, 4));
        assertThat(due(open, 50_000, 10)).isEmpty();
        assertThat(open.waiting(50_000)).isZero();

        open.learn(joined(GAME, STRANGER, "Bob"));
        assertThat(open.waiting(50_000)).isOne();
        assertThat(due(open, 50_000, 10)).containsExactly(GAME);
    }

    @Test
    void aMatchThatHasStoppedWaitingWantsNobody() {
        open.learn(match(GAME, "MIXED", 60_000, 4));
        open.learn(joined(GAME, OWNER, "Ann"));
        open.learn(match(ANOTHER, "MIXED", 60_000, 4));
        open.learn(joined(ANOTHER, OWNER, "Ann"));

        assertThat(due(open, 61_000, 1)).as("clocks are apart by a moment").containsExactly(GAME);
        assertThat(due(open, 61_001, 1)).isEmpty();
        assertThat(open.size()).isZero();
    }

    @Test
    void aMatchThatIsListedLongAfterItsStartWantsNobody() {
        ObjectNode running = match(GAME, "MIXED", 60_000, 4);
        running.withArray("participants").addObject().put("playerId", OWNER).put("playerName", "Ann");

        open.found(running);
        assertThat(due(open, 1_000_000, 10)).isEmpty();
        open.found(running);

        assertThat(open.size()).as("it takes no room").isZero();
    }

    private static List<String> due(OpenGames open, long nowMs, int room) {
        return open.due(nowMs, room, room).stream().map(BotWish::gameId).toList();
    }

    private static ObjectNode match(String gameId, String bots, long expiresAtMs, int seats) {
        ObjectNode event = event(gameId, "GameCreated")
                .put("participantLimit", seats)
                .put("expiresAt", Instant.ofEpochMilli(expiresAtMs).toString());
        event.putObject("match").put("openedBy", OWNER).put("openerName", "Ann").put("bots", bots);
        return event;
    }

    private static ObjectNode event(String gameId, String type) {
        return JsonNodeFactory.instance.objectNode().put("gameId", gameId).put("type", type);
    }

    private static JsonNode created(String gameId, String owner, int places) {
        return event(gameId, "GameCreated").put("practiceFor", owner).put("participantLimit", places);
    }

    private static JsonNode joined(String gameId, String playerId, String name) {
        return event(gameId, "PlayerJoined").put("playerId", playerId).put("playerName", name);
    }

    private static JsonNode listed(String gameId, String owner, int places, String... participants) {
        ObjectNode game = new ObjectMapper()
                .createObjectNode()
                .put("gameId", gameId)
                .put("practiceFor", owner)
                .put("participantLimit", places);
        for (int i = 0; i < participants.length; i += 2) {
            game.withArray("participants")
                    .addObject()
                    .put("playerId", participants[i])
                    .put("playerName", participants[i + 1]);
        }
        return game;
    }
}
