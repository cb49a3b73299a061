package dungeon.robots.decide;

import static dungeon.robots.GameScenario.ADMINISTRATOR;
import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.BOB;
import static dungeon.robots.GameScenario.CID;
import static dungeon.robots.GameScenario.DAY_MS;
import static dungeon.robots.GameScenario.DURATION_MS;
import static dungeon.robots.GameScenario.LIMIT;
import static dungeon.robots.GameScenario.creation;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.GameScenario.time;
import static dungeon.robots.MapPlan.crossroads;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Principal;
import dungeon.platform.core.timers.DueTimer;
import dungeon.platform.envelope.Ids;
import dungeon.robots.Decided;
import dungeon.robots.GameScenario;
import dungeon.robots.MapPlan;
import dungeon.robots.Outcome;
import dungeon.robots.RobotsContext;
import dungeon.robots.state.RobotsTimers;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Detail;
import dungeon.schemas.Direction;
import dungeon.schemas.EndGame;
import dungeon.schemas.EndReason;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GameStarted;
import dungeon.schemas.GameState;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.MapType;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.Resource;
import dungeon.schemas.Standing;
import dungeon.schemas.StartGame;
import dungeon.schemas.UnitRange;
import dungeon.schemas.topics.GivenNames;
import dungeon.schemas.topics.LobbySubjects;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class GameLifecycleTest {
    private static final Principal LOBBY = Principal.service("lobby");

    /** SHA-256 of the bytes 0 to 31, and these bytes. */
    private static final String SEED_HASH = "630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd";

    private static final String SEED = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    @Test
    void createGamePublishesThePlanThenTheMap() {
        MapType plan = crossroads().mapType();

        Outcome outcome = GameScenario.empty().at(5).send(ADMINISTRATOR, creation(plan, defaults()));

        byte light = 1;
        byte medium = 2;
        byte intense = 3;
        byte star = 1;
        byte none = 2;
        outcome.gives(
                new GameCreated(
                        plan, defaults(), LIMIT, DURATION_MS, SEED_HASH, null, null, 1, time(5 + DAY_MS), null, null),
                new MapInstantiated(
                        5,
                        4,
                        ByteBuffer.wrap(new byte[] {
                            light, medium, light, light, light,
                            light, intense, light, light, light,
                            light, light, light, light, light,
                            light, light, light, light, light
                        }),
                        ByteBuffer.wrap(new byte[] {
                            star, star, star, star, star,
                            none, star, star, star, star,
                            star, star, star, star, star,
                            star, star, star, star, star
                        }),
                        List.of(
                                new Content(tile(0, 0), ContentKind.SPACE_STATION, null, null),
                                new Content(tile(4, 0), ContentKind.SPACE_STATION, null, null),
                                new Content(tile(2, 3), ContentKind.MINE, Resource.BIO_MATTER, MapPlan.MINE_UNITS),
                                new Content(tile(4, 1), ContentKind.BLACK_HOLE, null, null)),
                        List.of(),
                        1_000_000L));
    }

    @Test
    void aGameRemembersTheMapTypeThatItsPlanWasTakenFromAndTheVersionOfItsRules() {
        CreateGame create = creation(crossroads().mapType(), defaults());
        create.setMapTypeId("0f0e0d0c-0b0a-4908-8706-050403020100");
        GameScenario game = GameScenario.empty();

        GameCreated created =
                (GameCreated) game.send(ADMINISTRATOR, create).events().get(0).getPayload();

        assertThat(created.getMapTypeId()).isEqualTo("0f0e0d0c-0b0a-4908-8706-050403020100");
        assertThat(created.getRulesVersion()).isEqualTo(RobotsDecider.RULES_VERSION);
        assertThat(game.records().game().getMapTypeId()).isEqualTo("0f0e0d0c-0b0a-4908-8706-050403020100");
        assertThat(game.records().game().getRulesVersion()).isEqualTo(RobotsDecider.RULES_VERSION);
    }

    @Test
    void homeStationsAreGivenOutInTurn() {
        GameScenario game = GameScenario.created(crossroads()).at(7);

        game.join(ANN).gives(new PlayerJoined("Ann", tile(0, 0), 500L, 0));
        game.join(BOB).gives(new PlayerJoined("Bob", tile(4, 0), 500L, 1));
        game.join(CID).gives(new PlayerJoined("Cid", tile(0, 0), 500L, 2));
    }

    @Test
    void playersJoinAStartedGameWithTheSameCreditsAsAll() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        game.buyRobot(ANN);

        game.at(DURATION_MS - 1).join(BOB).gives(new PlayerJoined("Bob", tile(4, 0), 500L, 1));
    }

    @Test
    void theDurationRunsFromTheStart() {
        GameScenario game = GameScenario.created(crossroads());

        game.at(12_345)
                .send(ADMINISTRATOR, new StartGame())
                .gives(new GameStarted(time(12_345), time(12_345 + DURATION_MS)));
        assertThat(game.records().game().getState()).isEqualTo(GameState.STARTED);

        game.at(12_345 + DURATION_MS - 1).tick().givesNothing();
        game.at(12_345 + DURATION_MS)
                .tick()
                .givesDecisions(Decided.byTimer(12_345 + DURATION_MS, ended(12_345 + DURATION_MS, EndReason.TIME_UP)));
        assertThat(game.records().game().getState()).isEqualTo(GameState.ENDED);
    }

    @Test
    void anAdministratorEndsAStartedGame() {
        GameScenario game = GameScenario.started(crossroads(), ANN);

        game.at(77)
                .send(ADMINISTRATOR, new EndGame())
                .gives(ended(77, EndReason.ADMINISTRATOR, new Standing(ANN.playerId(), 1, 0, 0, 0, 0, 0, 0, 500L)));
        assertThat(game.records().timers()).extracting(DueTimer::id).containsExactly(RobotsTimers.purge());
    }

    @Test
    void anAdministratorEndsAGameThatWasNeverStarted() {
        GameScenario game = GameScenario.created(crossroads());

        game.at(77).send(ADMINISTRATOR, new EndGame()).gives(ended(77, EndReason.ADMINISTRATOR));
        assertThat(game.records().timers()).extracting(DueTimer::id).containsExactly(RobotsTimers.purge());
    }

    @Test
    void aGameThatIsNotStartedExpiresAfterExactly24Hours() {
        GameScenario game = GameScenario.created(crossroads());
        game.join(ANN);

        game.at(DAY_MS - 1).tick().givesNothing();
        game.at(DAY_MS + 1)
                .tick()
                .givesDecisions(Decided.byTimer(
                        DAY_MS,
                        ended(DAY_MS, EndReason.EXPIRED, new Standing(ANN.playerId(), 1, 0, 0, 0, 0, 0, 0, 500L))));
    }

    @Test
    void aGameThatWasStartedInTimeDoesNotExpire() {
        GameScenario game = GameScenario.created(crossroads());
        game.at(DAY_MS - 1).send(ADMINISTRATOR, new StartGame());

        game.at(DAY_MS + 1).tick().givesNothing();
        assertThat(game.records().game().getState()).isEqualTo(GameState.STARTED);
    }

    @Test
    void standingsRankByPointsThenByCreditsThenByWhoJoinedFirst() {
        Principal dan = GameScenario.player("Dan");
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB, CID, dan);
        // Points: Bob 1 for the light (3,0). Credits: Bob 400, Cid 400, Ann and Dan 500.
        game.at(1_000).move(BOB, game.buyRobot(BOB), Direction.W);
        game.buyRobot(CID);

        game.at(2_000)
                .send(ADMINISTRATOR, new EndGame())
                .gives(ended(
                        2_000,
                        EndReason.ADMINISTRATOR,
                        new Standing(BOB.playerId(), 1, 1, 0, 0, 1, 0, 0, 400L),
                        new Standing(ANN.playerId(), 2, 0, 0, 0, 0, 0, 0, 500L),
                        new Standing(dan.playerId(), 3, 0, 0, 0, 0, 0, 0, 500L),
                        new Standing(CID.playerId(), 4, 0, 0, 0, 0, 0, 0, 400L)));
        assertThat(game.records().game().getStandings()).hasSize(4);
        assertThat(game.records().game().getSeed()).isEqualTo(SEED);
        assertThat(game.records().game().getEndedAtMs()).isEqualTo(GameScenario.START_MS + 2_000);
    }

    @Test
    void aPracticeGameIsAskedForByTheLobbyAndStartedAndEndedByItsOwner() {
        MapType plan = crossroads().mapType();
        GameScenario game = GameScenario.empty();

        Outcome created = game.send(LOBBY, practiceOf(ANN, 2));
        assertThat(created.events().get(0).getPayload())
                .isEqualTo(new GameCreated(
                        plan,
                        defaults(),
                        2,
                        DURATION_MS,
                        SEED_HASH,
                        ANN.playerId(),
                        null,
                        1,
                        time(DAY_MS),
                        "player:ann",
                        null));
        game.at(1).send(BOB, new StartGame()).isRejected(RejectionCode.NOT_ADMINISTRATOR);
        game.at(2).send(ANN, new StartGame()).gives(new GameStarted(time(2), time(2 + DURATION_MS)));
        game.at(3).send(BOB, new EndGame()).isRejected(RejectionCode.NOT_ADMINISTRATOR);
        Outcome ended = game.at(4).send(ANN, new EndGame());
        assertThat(((GameEnded) ended.events().get(0).getPayload()).getRequestedBy())
                .isEqualTo("player:ann");
    }

    @Test
    void anAdministratorGovernsPracticeGamesToo() {
        GameScenario game = GameScenario.empty();
        game.send(LOBBY, practiceOf(ANN, 2));

        game.send(ADMINISTRATOR, new StartGame()).gives(new GameStarted(time(0), time(DURATION_MS)));
        assertThat(game.send(ADMINISTRATOR, new EndGame()).events().get(0).getPayload())
                .isInstanceOf(GameEnded.class);
    }

    @Test
    void noPlayerCreatesAPracticeGame() {
        GameScenario.empty().send(BOB, practiceOf(ANN, 2)).isRejected(RejectionCode.NOT_ADMINISTRATOR);
        GameScenario.empty().send(ANN, practiceOf(ANN, 2)).isRejected(RejectionCode.NOT_ADMINISTRATOR);
    }

    @Test
    void theLobbyCreatesNoGameThatNobodyAskedItFor() {
        CreateGame create = practiceOf(ANN, 2);
        create.setRequestedBy(null);

        GameScenario.empty().send(LOBBY, create).isRejected(RejectionCode.NOT_ADMINISTRATOR);
    }

    @Test
    void aGameThatTheLobbyHasGivenUpIsNotCreated() {
        String id = Ids.timed(GameScenario.START_MS, "player:ann:2");
        for (long laterMs : new long[] {60_000, 60_001}) {
            List<Event> events = new ArrayList<>();
            Command create = new Command(GameScenario.commandId(1), time(laterMs), id, null, practiceOf(ANN, 2));
            RobotsContext.inMemory(id)
                    .handle(create, new CommandMetadata(LOBBY, GameScenario.START_MS + laterMs, 100), events::addAll);

            if (laterMs == 60_000) {
                assertThat(events.get(0).getPayload()).isInstanceOf(GameCreated.class);
            } else {
                assertThat(events.get(0).getPayload())
                        .isEqualTo(new CommandRejected(
                                RejectionCode.NOT_TIMELY,
                                "The lobby has given this game up",
                                List.of(new Detail("requestedBy", "player:ann"))));
            }
        }
    }

    @Test
    void theLobbyIsToldThatChanceFoundNoMap() {
        CreateGame create = practiceOf(ANN, 2);
        // Of 900 star systems a single one is within reach of the station, and the only mine is anywhere.
        MapPlan island = MapPlan.of(30, 30)
                .station(0, 0)
                .voidAt(0, 1)
                .voidAt(1, 1)
                .voidAt(2, 0)
                .voidAt(2, 1);
        island.content(new ContentLayer(
                MapPlan.everywhere(), ContentKind.MINE, 1, null, Resource.BIO_MATTER, new UnitRange(1, 1)));
        create.setMap(island.mapType());

        GameScenario.empty().send(LOBBY, create).isRejected(RejectionCode.INVALID_MAP, "requestedBy", "player:ann");
    }

    @Test
    void aPracticeGameKeepsAPlaceForItsOwner() {
        GameScenario game = GameScenario.empty();
        game.send(LOBBY, practiceOf(ANN, 2));

        game.join(BOB).gives(new PlayerJoined("Bob", tile(0, 0), 500L, 0));
        game.join(CID).isRejected(RejectionCode.GAME_FULL, "participantLimit", "2");
        game.join(ANN).gives(new PlayerJoined("Ann", tile(4, 0), 500L, 1));
        game.join(CID).isRejected(RejectionCode.GAME_FULL, "participantLimit", "2");
    }

    @Test
    void onceTheOwnerHasJoinedOthersTakeAllOtherPlaces() {
        GameScenario game = GameScenario.empty();
        game.send(LOBBY, practiceOf(ANN, 2));

        game.join(ANN).gives(new PlayerJoined("Ann", tile(0, 0), 500L, 0));
        game.join(BOB).gives(new PlayerJoined("Bob", tile(4, 0), 500L, 1));
    }

    @Test
    void participantsCannotJoinTwiceAndNobodyJoinsAnEndedGame() {
        GameScenario game = GameScenario.created(crossroads());
        game.join(ANN);

        game.join(ANN).isRejected(RejectionCode.ALREADY_JOINED);
        game.send(ADMINISTRATOR, new EndGame());
        game.join(BOB).isRejected(RejectionCode.WRONG_STATE, "state", "ENDED");
    }

    @Test
    void aGameIsFullOnceTheLimitHasJoined() {
        GameScenario game = GameScenario.created(crossroads());
        for (int i = 0; i < LIMIT; i++) {
            assertThat(game.join(GameScenario.player("player" + i))
                            .events()
                            .get(0)
                            .getPayload())
                    .isInstanceOf(PlayerJoined.class);
        }

        game.join(ANN).isRejected(RejectionCode.GAME_FULL, "participantLimit", String.valueOf(LIMIT));
        // Who is in already learns that, full or not: a bot that comes back after a crash must not give up.
        game.join(GameScenario.player("player0")).isRejected(RejectionCode.ALREADY_JOINED);
    }

    @Test
    void aGameIsStartedOnceAndEndedOnce() {
        GameScenario game = GameScenario.started(crossroads());

        game.send(ADMINISTRATOR, new StartGame()).isRejected(RejectionCode.WRONG_STATE, "state", "STARTED");
        game.send(ADMINISTRATOR, new EndGame());
        game.send(ADMINISTRATOR, new StartGame()).isRejected(RejectionCode.WRONG_STATE, "state", "ENDED");
        game.send(ADMINISTRATOR, new EndGame()).isRejected(RejectionCode.WRONG_STATE, "state", "ENDED");
    }

    @Test
    void theIdOfAnEndedGameStaysTaken() {
        GameScenario game = GameScenario.started(crossroads());
        game.send(ADMINISTRATOR, new EndGame());

        game.send(ADMINISTRATOR, creation(crossroads().mapType(), defaults())).isRejected(RejectionCode.GAME_EXISTS);
    }

    @Test
    void ordersCountOnlyWhileTheGameRuns() {
        GameScenario game = GameScenario.created(crossroads());
        game.join(ANN);

        game.send(ANN, new BuyRobots(1, null)).isRejected(RejectionCode.GAME_NOT_RUNNING, "state", "CREATED");
        game.send(ADMINISTRATOR, new StartGame());
        String robot = game.buyRobot(ANN);
        game.send(ADMINISTRATOR, new EndGame());
        game.move(ANN, robot, Direction.E).isRejected(RejectionCode.GAME_NOT_RUNNING, "state", "ENDED");
        game.clearQueue(ANN, robot).isRejected(RejectionCode.GAME_NOT_RUNNING, "state", "ENDED");
    }

    @Test
    void aJoinUnderAnotherNameThanTheTokensIsNotYou() {
        GameScenario game = GameScenario.created(crossroads());

        game.send(ANN, new JoinGame("Bob")).isRejected(RejectionCode.NOT_YOU);
        game.send(ADMINISTRATOR, new JoinGame("Bob")).isRejected(RejectionCode.NOT_YOU);
    }

    @Test
    void aPlayerWhoseNameWasTakenAwayJoinsUnderTheGivenOne() {
        GameScenario game = GameScenario.created(crossroads());

        game.send(BOB, new JoinGame(GivenNames.of(ANN.playerId()))).isRejected(RejectionCode.NOT_YOU);
        Principal guest = Principal.player(BOB.playerId(), LobbySubjects.guestName("Mokuri", GameScenario.START_MS));
        game.send(guest, new JoinGame(GivenNames.of(BOB.playerId()))).isRejected(RejectionCode.NOT_YOU);
        game.send(ANN, new JoinGame(GivenNames.of(ANN.playerId())))
                .gives(new PlayerJoined(GivenNames.of(ANN.playerId()), tile(0, 0), 500L, 0));
    }

    private static CreateGame practiceOf(Principal owner, int limit) {
        CreateGame create = creation(crossroads().mapType(), defaults());
        create.setParticipantLimit(limit);
        create.setPracticeFor(owner.playerId());
        create.setRequestedBy("player:" + owner.name().toLowerCase(Locale.ROOT));
        return create;
    }

    /** An end at a time in ms since the scenario began; the game leaves the write side an hour later. */
    private static GameEnded ended(long atMs, EndReason reason, Standing... standings) {
        return new GameEnded(reason, SEED, List.of(standings), time(atMs + 3_600_000), null);
    }
}
