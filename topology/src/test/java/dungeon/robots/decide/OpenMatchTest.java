package dungeon.robots.decide;

import static dungeon.robots.GameScenario.ADMINISTRATOR;
import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.BOB;
import static dungeon.robots.GameScenario.CID;
import static dungeon.robots.GameScenario.DURATION_MS;
import static dungeon.robots.GameScenario.creation;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.GameScenario.time;
import static dungeon.robots.MapPlan.crossroads;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.Principal;
import dungeon.robots.GameScenario;
import dungeon.robots.Outcome;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.CreateGame;
import dungeon.schemas.EndGame;
import dungeon.schemas.EndReason;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GameStarted;
import dungeon.schemas.GameState;
import dungeon.schemas.HouseBot;
import dungeon.schemas.OpenMatch;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.Rules;
import dungeon.schemas.StartGame;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A match that a player has opened starts by itself, or ends unplayed. */
class OpenMatchTest {
    private static final Principal DAN = GameScenario.player("Dan");
    private static final Principal LOBBY = Principal.service("lobby");
    private static final long WAIT_MS = 120_000;

    private final GameScenario game = GameScenario.empty();

    @Test
    void tellsWhoOpenedItAndUntilWhenItWaits() {
        Outcome created = game.send(LOBBY, match(2));

        GameCreated first = (GameCreated) created.events().get(0).getPayload();
        assertThat(first.getMatch()).isEqualTo(opened());
        assertThat(first.getExpiresAt()).isEqualTo(time(WAIT_MS));
        assertThat(first.getPracticeFor()).isNull();
        assertThat(first.getRequestedBy()).isEqualTo("player:ann");
        assertThat(game.records().game().getMatch()).isEqualTo(opened());
        assertThat(game.records().game().getExpiresAtMs()).isEqualTo(GameScenario.START_MS + WAIT_MS);
    }

    @Test
    void startsWithWhoeverTakesTheLastSeat() {
        game.send(LOBBY, match(2));
        assertThat(payloads(game.at(1).join(ANN))).singleElement().isInstanceOf(PlayerJoined.class);

        Outcome last = game.at(2).join(BOB);

        assertThat(payloads(last)).hasSize(2);
        assertThat(payloads(last).get(0)).isInstanceOf(PlayerJoined.class);
        assertThat(payloads(last).get(1)).isEqualTo(new GameStarted(time(2), time(2 + DURATION_MS)));
        assertThat(last.events()).extracting(Event::getRemaining).containsExactly(1, 0);
        assertThat(game.at(3).send(BOB, new BuyRobots(1, null)).events()).hasSize(2);
        assertThat(game.at(WAIT_MS).tick().events())
                .as("it waits for nobody any more")
                .isEmpty();
        assertThat(payloads(game.at(2 + DURATION_MS).tick()).get(0))
                .isInstanceOfSatisfying(
                        GameEnded.class, ended -> assertThat(ended.getReason()).isEqualTo(EndReason.TIME_UP));
    }

    @Test
    void startsWithTwoOfFourAtTheMomentAtWhichItsTimeOfWaitingIsOver() {
        game.send(LOBBY, match(4));
        game.at(1).join(BOB);
        game.at(2).join(CID);
        assertThat(game.at(WAIT_MS - 1).tick().events()).isEmpty();

        Outcome started = game.at(WAIT_MS + 500).tick();

        assertThat(payloads(started)).containsExactly(new GameStarted(time(WAIT_MS), time(WAIT_MS + DURATION_MS)));
        assertThat(started.events().get(0).getTime()).isEqualTo(time(WAIT_MS));
        assertThat(started.events().get(0).getCommandId()).isNull();
        assertThat(started.events().get(0).getPlayerId()).isNull();
        assertThat(payloads(game.at(WAIT_MS + 600).join(ANN)))
                .as("seats that are left can be taken later, too")
                .singleElement()
                .isInstanceOf(PlayerJoined.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void endsUnplayedWhereFewerThanTwoHaveJoined(int joined) {
        game.send(LOBBY, match(4));
        if (joined == 1) {
            game.at(1).join(BOB);
        }

        Outcome ended = game.at(WAIT_MS).tick();

        assertThat(payloads(ended)).singleElement().isInstanceOfSatisfying(GameEnded.class, end -> {
            assertThat(end.getReason()).isEqualTo(EndReason.EXPIRED);
            assertThat(end.getRequestedBy()).isEqualTo("player:ann");
            assertThat(end.getStandings()).hasSize(joined);
        });
        game.at(WAIT_MS + 1).join(CID).isRejected(RejectionCode.WRONG_STATE, "state", "ENDED");
    }

    @Test
    void neitherItsOpenerNorAnotherPlayerStartsOrEndsIt() {
        game.send(LOBBY, match(3));
        game.join(ANN);
        game.join(BOB);

        for (Principal player : List.of(ANN, BOB)) {
            game.send(player, new StartGame()).isRejected(RejectionCode.NOT_ADMINISTRATOR);
            game.send(player, new EndGame()).isRejected(RejectionCode.NOT_ADMINISTRATOR);
        }
        game.at(1).send(ADMINISTRATOR, new StartGame()).gives(new GameStarted(time(1), time(1 + DURATION_MS)));
        assertThat(game.at(2).join(CID).events()).as("it runs already").hasSize(1);
        assertThat(game.at(WAIT_MS).tick().events()).isEmpty();
        assertThat(payloads(game.send(ADMINISTRATOR, new EndGame())).get(0)).isInstanceOf(GameEnded.class);
    }

    @Test
    void keepsAPlaceForItsOpenerForTenSeconds() {
        game.send(LOBBY, match(2));
        game.join(BOB);
        game.at(9_999).join(CID).isRejected(RejectionCode.GAME_FULL, "participantLimit", "2");

        Outcome opener = game.join(ANN);

        assertThat(payloads(opener)).hasSize(2);
        assertThat(payloads(opener).get(1)).isEqualTo(new GameStarted(time(9_999), time(9_999 + DURATION_MS)));
    }

    @Test
    void onceItsOpenerHasJoinedOthersTakeAllOtherPlacesAtOnce() {
        game.send(LOBBY, match(2));
        game.join(ANN);

        assertThat(payloads(game.join(BOB))).hasSize(2).last().isInstanceOf(GameStarted.class);
    }

    @Test
    void itsOpenerNeedNotJoin() {
        game.send(LOBBY, match(2));
        game.join(BOB);
        game.at(10_000).join(CID);

        assertThat(game.records().game().getState()).isEqualTo(GameState.STARTED);
        game.join(ANN).isRejected(RejectionCode.GAME_FULL, "participantLimit", "2");
    }

    @Test
    void startsWithWhoeverIsThereAlsoWhereAPlaceIsKeptUntilTheWaitingIsOver() {
        CreateGame create = match(3);
        create.getRules().setExpiresAfterMs(5_000);
        game.send(LOBBY, create);
        game.join(BOB);
        game.join(CID);
        game.at(4_999).join(DAN).isRejected(RejectionCode.GAME_FULL, "participantLimit", "3");

        assertThat(payloads(game.at(5_000).tick()))
                .containsExactly(new GameStarted(time(5_000), time(5_000 + DURATION_MS)));
    }

    @Test
    void aGameOfAnAdministratorsDoesNotStartByItself() {
        Rules rules = defaults();
        rules.setExpiresAfterMs(WAIT_MS);
        CreateGame create = creation(crossroads().mapType(), rules);
        create.setParticipantLimit(2);
        game.send(ADMINISTRATOR, create);
        game.join(BOB);
        assertThat(game.join(CID).events()).hasSize(1);

        assertThat(payloads(game.at(WAIT_MS).tick()))
                .singleElement()
                .isInstanceOfSatisfying(
                        GameEnded.class, ended -> assertThat(ended.getReason()).isEqualTo(EndReason.EXPIRED));
    }

    @Test
    void itsEventsTellItsState() {
        game.send(LOBBY, match(2));
        game.at(1).join(ANN);
        game.at(2).join(BOB);

        assertThat(game.replayed().game()).isEqualTo(game.records().game());
    }

    @Test
    void aMatchOfNobodyKnownIsMalformed() {
        CreateGame create = match(2);
        create.setMatch(new OpenMatch("Ann", "An", HouseBot.UNKNOWN));

        game.send(LOBBY, create)
                .isRejected(
                        RejectionCode.MALFORMED,
                        "match.openedBy",
                        "must be a UUID in lower case",
                        "match.openerName",
                        "must be the name of a player",
                        "match.bots",
                        "is not known to this build");
    }

    private static List<Object> payloads(Outcome outcome) {
        return outcome.events().stream().map(Event::getPayload).toList();
    }

    private static OpenMatch opened() {
        return new OpenMatch(ANN.playerId(), "Ann", HouseBot.MIXED);
    }

    private static CreateGame match(int seats) {
        Rules rules = defaults();
        rules.setExpiresAfterMs(WAIT_MS);
        CreateGame create = creation(crossroads().mapType(), rules);
        create.setParticipantLimit(seats);
        create.setRequestedBy("player:ann");
        create.setMatch(opened());
        return create;
    }
}
