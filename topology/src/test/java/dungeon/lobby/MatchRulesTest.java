package dungeon.lobby;

import static dungeon.robots.GameScenario.ADMINISTRATOR;
import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.BOB;
import static dungeon.robots.MapPlan.crossroads;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.robots.GameScenario;
import dungeon.schemas.ClosingReason;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Detail;
import dungeon.schemas.GameState;
import dungeon.schemas.HouseBot;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MapType;
import dungeon.schemas.MapTypeCreated;
import dungeon.schemas.MatchGranted;
import dungeon.schemas.OpenMatch;
import dungeon.schemas.PracticeGameClosed;
import dungeon.schemas.PracticeGameConfirmed;
import dungeon.schemas.PracticeGameGranted;
import dungeon.schemas.PracticeGameReleased;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RenamePlayer;
import dungeon.schemas.ReportPracticeGame;
import dungeon.schemas.RequestMatch;
import dungeon.schemas.RequestPracticeGame;
import dungeon.schemas.StoreMapType;
import dungeon.schemas.state.LobbyTotals;
import dungeon.schemas.topics.GivenNames;
import dungeon.schemas.topics.LobbySubjects;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may open a match for others, and for how long it counts. */
class MatchRulesTest {
    private static final Principal ROBOTS = Principal.service("robots");
    private static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();
    private static final MapType MAP = crossroads().mapType();
    private static final long TILES = (long) MAP.getWidth() * MAP.getHeight();

    private final LobbyScenario ann = new LobbyScenario("player:ann");

    MatchRulesTest() {
        ann.register(Principal.registrar(ANN.playerId(), "Ann"), "Ann");
    }

    @Test
    void aMatchIsGrantedWithWhatWasAskedFor() {
        MatchGranted granted = only(ann.at(5).send(ANN, request()), MatchGranted.class);

        String id = Ids.timed(GameScenario.START_MS + 5, "player:ann:2");
        assertThat(granted)
                .isEqualTo(new MatchGranted(
                        id,
                        MAP,
                        granted.getMapHash(),
                        null,
                        new OpenMatch(ANN.playerId(), "Ann", HouseBot.FIGHTER),
                        4,
                        600_000L,
                        120_000L,
                        GameScenario.time(5 + MINUTE_MS),
                        null));
        assertThat(ann.totals()).isEqualTo(new LobbyTotals(0L, 0L, TILES, 0L, 0L, 1L));
    }

    @Test
    void aMatchIsOpenedUnderTheNameThatItsOpenerHasNow() {
        ann.send(ADMINISTRATOR, new RenamePlayer());

        assertThat(only(ann.send(ANN, request()), MatchGranted.class).getMatch().getOpenerName())
                .isEqualTo(GivenNames.of(ANN.playerId()));
    }

    @Test
    void whoeverHasOpenedAMatchOpensAnotherOneWhenItIsOver() {
        String first = open();
        only(ann.send(ROBOTS, new ReportPracticeGame(first, GameState.CREATED)), PracticeGameConfirmed.class);

        CommandRejected refused = rejected(ann.send(ANN, request()));
        assertThat(refused.getCode()).isEqualTo(RejectionCode.LIMIT_REACHED);
        assertThat(refused.getDetails())
                .containsExactly(
                        new Detail("limit", "matchesPerPlayer"),
                        new Detail("maximum", "1"),
                        new Detail("retryAfterMs", "60000"),
                        new Detail("gameId", first));
        ann.at(MINUTE_MS).send(ROBOTS, new ReportPracticeGame(first, GameState.ENDED));
        assertThat(ann.totals()).isEqualTo(new LobbyTotals(0L, 0L, TILES, 0L, 0L, 0L));
        assertThat(open()).isNotEqualTo(first);
        assertThat(ann.at(7 * MINUTE_MS).tick())
                .extracting(LobbyEvent::getPayload)
                .contains(new PracticeGameReleased(first));
    }

    @Test
    void practiceAndAMatchDoNotStandInEachOthersWay() {
        open();
        only(ann.send(ANN, new RequestPracticeGame(MAP, null, 0, 10_000L)), PracticeGameGranted.class);

        assertThat(rejected(ann.send(ANN, new RequestPracticeGame(MAP, null, 0, 10_000L)))
                        .getCode())
                .isEqualTo(RejectionCode.PRACTICE_GAME_RUNNING);
        assertThat(ann.totals()).isEqualTo(new LobbyTotals(0L, 0L, 2 * TILES, 0L, 0L, 1L));
    }

    @Test
    void itIsOverAtTheLatestAfterItsLongestLifeAndAnHour() {
        String match = open();

        assertThat(only(
                        ann.send(ROBOTS, new ReportPracticeGame(match, GameState.CREATED)),
                        PracticeGameConfirmed.class))
                .isEqualTo(new PracticeGameConfirmed(match, GameScenario.time(130 * MINUTE_MS)));
        assertThat(ann.at(130 * MINUTE_MS).tick())
                .extracting(LobbyEvent::getPayload)
                .containsExactly(new PracticeGameClosed(
                        match, ClosingReason.GIVEN_UP, GameScenario.time(136 * MINUTE_MS), null));
        assertThat(ann.totals().getMatches()).isZero();
    }

    @Test
    void aMatchThatWasGivenUpAndIsThereCountsAgainAndItsEndOnce() {
        String match = open();
        ann.at(MINUTE_MS).tick();
        assertThat(ann.totals().getMatches()).isZero();

        only(
                ann.at(2 * MINUTE_MS).send(ROBOTS, new ReportPracticeGame(match, GameState.CREATED)),
                PracticeGameConfirmed.class);
        assertThat(ann.totals().getMatches()).isOne();
        assertThat(ann.at(8 * MINUTE_MS).tick()).as("its room is not released").isEmpty();
        assertThat(rejected(ann.send(ANN, request())).getCode()).isEqualTo(RejectionCode.LIMIT_REACHED);
        only(ann.send(ROBOTS, new ReportPracticeGame(match, GameState.ENDED)), PracticeGameClosed.class);
        for (GameState again : List.of(GameState.CREATED, GameState.ENDED)) {
            assertThat(rejected(ann.send(ROBOTS, new ReportPracticeGame(match, again)))
                            .getCode())
                    .isEqualTo(RejectionCode.UNKNOWN_GAME);
        }
        assertThat(ann.totals()).isEqualTo(new LobbyTotals(0L, 0L, TILES, 0L, 0L, 0L));
    }

    @Test
    void aPartitionOfTheLobbyHasFiftyMatchesAndLeavesHalfOfTheRoomToPractice() {
        ann.count(new LobbyTotals(0L, 0L, 0L, 0L, 0L, 50L));
        assertThat(rejected(ann.send(ANN, request())).getDetails())
                .containsExactly(
                        new Detail("limit", "matches"),
                        new Detail("maximum", "50"),
                        new Detail("retryAfterMs", "60000"));

        ann.count(new LobbyTotals(0L, 0L, 15_001L - TILES, 0L, 0L, 49L));
        assertThat(rejected(ann.send(ANN, request())).getDetails())
                .contains(new Detail("limit", "practiceTiles"), new Detail("maximum", "15000"));
        only(ann.send(ANN, new RequestPracticeGame(MAP, null, 0, 10_000L)), PracticeGameGranted.class);

        ann.count(new LobbyTotals(0L, 0L, 15_000L - TILES, 0L, 0L, 49L));
        open();
    }

    @Test
    void aMapTypeOfTheOpenersThatIsUsedStays() {
        String mapType =
                only(ann.send(ANN, new StoreMapType(MAP)), MapTypeCreated.class).getMapTypeId();

        MatchGranted granted = only(
                ann.at(7).send(ANN, new RequestMatch(MAP, mapType, 2, 10_000L, 10_000L, null)), MatchGranted.class);

        assertThat(granted.getMapTypeExpiresAt())
                .isEqualTo(GameScenario.time(7 + Duration.ofDays(30).toMillis()));
        assertThat(ann.player().getMapTypes())
                .singleElement()
                .satisfies(own -> assertThat(own.getExpiresAtMs())
                        .isEqualTo(granted.getMapTypeExpiresAt().toEpochMilli()));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 600000, 120000, MIXED, seats",
        "101, 600000, 120000, MIXED, seats",
        "2, 9999, 120000, MIXED, durationMs",
        "2, 3600001, 120000, MIXED, durationMs",
        "2, 600000, 9999,, waitMs",
        "2, 600000, 29999, MIXED, waitMs",
        "2, 600000, 600001, MIXED, waitMs",
        "2, 600000, 120000, UNKNOWN, bots"
    })
    void whatAMatchIsToBeLikeIsBounded(int seats, long durationMs, long waitMs, HouseBot bots, String field) {
        CommandRejected refused = rejected(ann.send(ANN, new RequestMatch(MAP, null, seats, durationMs, waitMs, bots)));

        assertThat(refused.getCode()).isEqualTo(RejectionCode.MALFORMED);
        assertThat(refused.getDetails()).extracting(Detail::getName).containsExactly(field);
    }

    @Test
    void aMatchForBotsWaitsForHalfAMinuteAtLeastAndAnyOtherForTenSeconds() {
        only(ann.send(ANN, new RequestMatch(MAP, null, 2, 600_000L, 30_000L, HouseBot.MIXED)), MatchGranted.class);
        LobbyScenario bob = new LobbyScenario("player:bob");
        bob.register(Principal.registrar(BOB.playerId(), "Bob"), "Bob");
        only(bob.send(BOB, new RequestMatch(MAP, null, 2, 600_000L, 10_000L, null)), MatchGranted.class);
    }

    @Test
    void onlyForOneselfAndOnlyUnderThePlayersSubject() {
        assertThat(rejected(ann.send(BOB, request())).getCode()).isEqualTo(RejectionCode.NOT_YOU);
        assertThat(rejected(ann.send(ROBOTS, request())).getCode()).isEqualTo(RejectionCode.UNAUTHENTICATED);
        LobbyScenario pool = new LobbyScenario(LobbySubjects.TICTACTOE_POOL);
        assertThat(rejected(pool.send(ADMINISTRATOR, request())).getCode())
                .isIn(RejectionCode.MALFORMED, RejectionCode.UNKNOWN_PLAYER);
    }

    @Test
    void whatAForgottenGuestHasOpenedIsFreeAgain() {
        String name = LobbySubjects.guestName("Mokuri", GameScenario.START_MS);
        LobbyScenario guest = new LobbyScenario(LobbySubjects.ofPlayer(name));
        Principal self = Principal.player(LobbySubjects.playerId(name), name);
        guest.register(Principal.registrar(self.playerId(), name), name);
        long dayMs = Duration.ofDays(1).toMillis();
        guest.at(dayMs - 1).send(self, request());
        assertThat(guest.totals().getMatches()).isOne();

        guest.at(dayMs).tick();

        assertThat(guest.totals()).isEqualTo(new LobbyTotals(0L, 0L, 0L, 0L, 0L, 0L));
    }

    private String open() {
        return only(ann.send(ANN, request()), MatchGranted.class).getGameId();
    }

    private static RequestMatch request() {
        return new RequestMatch(MAP, null, 4, 600_000L, 120_000L, HouseBot.FIGHTER);
    }

    private static <T> T only(Optional<LobbyEvent> event, Class<T> type) {
        assertThat(event).isPresent();
        assertThat(event.get().getPayload()).isInstanceOf(type);
        return type.cast(event.get().getPayload());
    }

    private static CommandRejected rejected(Optional<LobbyEvent> event) {
        return only(event, CommandRejected.class);
    }
}
