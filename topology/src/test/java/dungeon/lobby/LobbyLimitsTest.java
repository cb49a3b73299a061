package dungeon.lobby;

import static dungeon.robots.GameScenario.ADMINISTRATOR;
import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.BOB;
import static dungeon.robots.MapPlan.crossroads;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.robots.GameScenario;
import dungeon.robots.MapPlan;
import dungeon.schemas.ClosingReason;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.CreateMapType;
import dungeon.schemas.Detail;
import dungeon.schemas.Discovery;
import dungeon.schemas.GameState;
import dungeon.schemas.GuestKept;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MapType;
import dungeon.schemas.MapTypeCreated;
import dungeon.schemas.MapTypeRemoved;
import dungeon.schemas.PlayerExpired;
import dungeon.schemas.PlayerRegistered;
import dungeon.schemas.PracticeGameClosed;
import dungeon.schemas.PracticeGameConfirmed;
import dungeon.schemas.PracticeGameGranted;
import dungeon.schemas.PracticeGameReleased;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RemovalReason;
import dungeon.schemas.RemoveMapType;
import dungeon.schemas.ReportParticipation;
import dungeon.schemas.ReportPracticeGame;
import dungeon.schemas.RequestPracticeGame;
import dungeon.schemas.Resource;
import dungeon.schemas.StoreMapType;
import dungeon.schemas.Tile;
import dungeon.schemas.UnitRange;
import dungeon.schemas.state.LobbyTotals;
import dungeon.schemas.topics.LobbySubjects;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much a player can have, and what becomes of what is not used. */
class LobbyLimitsTest {
    private static final Principal ROBOTS = Principal.service("robots");
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();

    private final LobbyScenario ann = new LobbyScenario("player:ann");

    LobbyLimitsTest() {
        ann.register(Principal.registrar(ANN.playerId(), "Ann"), "Ann");
    }

    @Test
    void aPlayersMapTypeHasAnIdWithItsTime() {
        MapType map = crossroads().mapType();

        MapTypeCreated created = only(ann.at(7).send(ANN, new StoreMapType(map)), MapTypeCreated.class);

        assertThat(created.getMap()).isEqualTo(map);
        assertThat(created.getExpiresAt()).isEqualTo(GameScenario.time(7 + 30 * DAY_MS));
        assertThat(created.getMapTypeId()).isEqualTo(Ids.timed(GameScenario.START_MS + 7, "player:ann:2"));
        assertThat(Ids.isCanonical(created.getMapTypeId())).isTrue();
    }

    @Test
    void theEleventhMapTypeIsRefusedUntilOneIsRemoved() {
        String first = store();
        for (int i = 1; i < 10; i++) {
            store();
        }

        CommandRejected refused =
                rejected(ann.send(ANN, new StoreMapType(crossroads().mapType())));
        assertThat(refused.getCode()).isEqualTo(RejectionCode.LIMIT_REACHED);
        assertThat(refused.getDetails())
                .containsExactly(
                        new Detail("limit", "mapTypesPerPlayer"),
                        new Detail("maximum", "10"),
                        new Detail("retryAfterMs", String.valueOf(30 * DAY_MS)));
        assertThat(only(ann.send(ANN, new RemoveMapType(first)), MapTypeRemoved.class))
                .isEqualTo(new MapTypeRemoved(first, RemovalReason.OWNER));
        assertThat(store()).isNotEqualTo(first);
        assertThat(rejected(ann.send(ANN, new RemoveMapType(first))).getCode())
                .isEqualTo(RejectionCode.UNKNOWN_MAP_TYPE);
    }

    @Test
    void anAdministratorRemovesAPlayersMapTypeAndAnotherPlayerDoesNot() {
        String id = store();

        assertThat(rejected(ann.send(BOB, new RemoveMapType(id))).getCode()).isEqualTo(RejectionCode.NOT_YOU);
        assertThat(only(ann.send(ADMINISTRATOR, new RemoveMapType(id)), MapTypeRemoved.class))
                .isEqualTo(new MapTypeRemoved(id, RemovalReason.ADMINISTRATOR));
    }

    @Test
    void aMapTypeThatListsMuchIsRefused() {
        MapType map = crossroads().mapType();
        int parts = MapTypeRules.partsOf(map);
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < 5_002 - parts; i++) {
            tiles.add(new Tile(0, 0));
        }
        map.getGravity().get(0).getArea().get(0).setTiles(tiles);

        CommandRejected refused = rejected(ann.send(ANN, new StoreMapType(map)));

        assertThat(refused.getCode()).isEqualTo(RejectionCode.INVALID_MAP);
        assertThat(refused.getDetails().get(0).getValue()).endsWith("listed tiles; 5000 are allowed");
    }

    @Test
    void aMapTypeThatNobodyUsesIsRemovedAndOneThatIsUsedStays() {
        String unused = store();
        String used = store();
        ann.at(20 * DAY_MS).send(ANN, request(used));

        List<LobbyEvent> events = ann.at(31 * DAY_MS).tick();

        assertThat(events)
                .extracting(LobbyEvent::getPayload)
                .contains(new MapTypeRemoved(unused, RemovalReason.UNUSED));
        assertThat(events)
                .extracting(LobbyEvent::getPayload)
                .doesNotContain(new MapTypeRemoved(used, RemovalReason.UNUSED));
        assertThat(ann.at(50 * DAY_MS).tick())
                .extracting(LobbyEvent::getPayload)
                .contains(new MapTypeRemoved(used, RemovalReason.UNUSED));
    }

    @Test
    void aPracticeGameIsGrantedOnceAtATime() {
        PracticeGameGranted granted = only(ann.at(5).send(ANN, request(null)), PracticeGameGranted.class);

        assertThat(granted.getGameId()).isEqualTo(Ids.timed(GameScenario.START_MS + 5, "player:ann:2"));
        assertThat(granted.getGivenUpAt()).isEqualTo(GameScenario.time(5 + MINUTE_MS));
        CommandRejected refused = rejected(ann.send(ANN, request(null)));
        assertThat(refused.getCode()).isEqualTo(RejectionCode.PRACTICE_GAME_RUNNING);
        assertThat(refused.getDetails()).containsExactly(new Detail("gameId", granted.getGameId()));
    }

    @Test
    void theNextPracticeGameIsGrantedWhenTheLastIsReportedToBeOver() {
        String game = practice();
        assertThat(only(ann.send(ROBOTS, new ReportPracticeGame(game, GameState.CREATED)), PracticeGameConfirmed.class)
                        .getGameId())
                .isEqualTo(game);

        PracticeGameClosed closed = only(
                ann.at(MINUTE_MS).send(ROBOTS, new ReportPracticeGame(game, GameState.ENDED)),
                PracticeGameClosed.class);

        assertThat(closed)
                .isEqualTo(new PracticeGameClosed(game, ClosingReason.ENDED, GameScenario.time(7 * MINUTE_MS), null));
        assertThat(practice()).isNotEqualTo(game);
        // A relay can say it again.
        assertThat(rejected(ann.send(ROBOTS, new ReportPracticeGame(game, GameState.ENDED)))
                        .getCode())
                .isEqualTo(RejectionCode.UNKNOWN_GAME);
    }

    @Test
    void aPracticeGameOfWhichNothingIsHeardIsGivenUp() {
        String game = practice();

        assertThat(ann.at(MINUTE_MS).tick())
                .extracting(LobbyEvent::getPayload)
                .containsExactly(
                        new PracticeGameClosed(game, ClosingReason.GIVEN_UP, GameScenario.time(7 * MINUTE_MS), null));
        practice();
    }

    @Test
    void aMapOfWhichNoGameCouldBeMadeIsRefusedTheSecondTime() {
        String game = practice();
        PracticeGameClosed closed =
                only(ann.send(ROBOTS, new ReportPracticeGame(game, GameState.ENDED)), PracticeGameClosed.class);

        assertThat(closed.getReason()).isEqualTo(ClosingReason.UNPLAYABLE);
        assertThat(rejected(ann.send(ANN, request(null))).getCode()).isEqualTo(RejectionCode.INVALID_MAP);
        only(ann.send(ANN, new RequestPracticeGame(withUnits(7), null, 0, 10_000L)), PracticeGameGranted.class);
    }

    @Test
    void gamesTakeRoomForSixMinutesAfterTheirEndAndTwentyAreAsManyAsAPlayerHas() {
        for (int i = 0; i < 20; i++) {
            String game = practice();
            ann.send(ROBOTS, new ReportPracticeGame(game, GameState.CREATED));
            ann.send(ROBOTS, new ReportPracticeGame(game, GameState.ENDED));
        }

        CommandRejected refused = rejected(ann.send(ANN, request(null)));
        assertThat(refused.getCode()).isEqualTo(RejectionCode.LIMIT_REACHED);
        assertThat(refused.getDetails())
                .containsExactly(
                        new Detail("limit", "practiceGamesPerPlayer"),
                        new Detail("maximum", "20"),
                        new Detail("retryAfterMs", String.valueOf(6 * MINUTE_MS)));
        assertThat(ann.at(6 * MINUTE_MS).tick())
                .hasSize(20)
                .allSatisfy(event -> assertThat(event.getPayload()).isInstanceOf(PracticeGameReleased.class));
        practice();
    }

    @Test
    void aPracticeGameIsOnFiftyTimesFiftyTilesAtMost() {
        MapType map = crossroads().mapType();
        map.setWidth(51);
        map.setHeight(50);

        CommandRejected refused = rejected(ann.send(ANN, new RequestPracticeGame(map, null, 0, 10_000L)));

        assertThat(refused.getCode()).isEqualTo(RejectionCode.INVALID_MAP);
        assertThat(refused.getDetails()).containsExactly(new Detail("", "has 2550 tiles"));
    }

    @ParameterizedTest
    @CsvSource({"-1, 60000, bots", "10, 60000, bots", "0, 9999, durationMs", "0, 3600001, durationMs"})
    void botsAndDurationOfAPracticeGameAreBounded(int bots, long durationMs, String field) {
        CommandRejected refused =
                rejected(ann.send(ANN, new RequestPracticeGame(crossroads().mapType(), null, bots, durationMs)));

        assertThat(refused.getCode()).isEqualTo(RejectionCode.MALFORMED);
        assertThat(refused.getDetails()).extracting(Detail::getName).containsExactly(field);
    }

    @Test
    void onlyTheRobotsReport() {
        String game = practice();
        for (Principal sender : List.of(ANN, ADMINISTRATOR, Principal.service("toys"))) {
            assertThat(rejected(ann.send(sender, new ReportPracticeGame(game, GameState.ENDED)))
                            .getCode())
                    .isEqualTo(RejectionCode.UNAUTHENTICATED);
            assertThat(rejected(ann.send(sender, new ReportParticipation(game))).getCode())
                    .isEqualTo(RejectionCode.UNAUTHENTICATED);
        }
    }

    @Test
    void nobodyAsksForSomebodyElse() {
        assertThat(rejected(ann.send(BOB, request(null))).getCode()).isEqualTo(RejectionCode.NOT_YOU);
        assertThat(rejected(ann.send(BOB, new StoreMapType(crossroads().mapType())))
                        .getCode())
                .isEqualTo(RejectionCode.NOT_YOU);
    }

    @Test
    void aGuestWhoHasNotPlayedIsForgottenAfterADay() {
        String name = LobbySubjects.guestName("Mokuri", GameScenario.START_MS);
        LobbyScenario guest = new LobbyScenario(LobbySubjects.ofPlayer(name));
        Principal self = Principal.player(LobbySubjects.playerId(name), name);
        PlayerRegistered registered = only(guest.register(registrar(name), name), PlayerRegistered.class);
        assertThat(registered.getExpiresAt()).isEqualTo(GameScenario.time(DAY_MS));
        String mapType = only(guest.send(self, new StoreMapType(crossroads().mapType())), MapTypeCreated.class)
                .getMapTypeId();

        assertThat(guest.at(DAY_MS).tick())
                .extracting(LobbyEvent::getPayload)
                .containsExactly(new MapTypeRemoved(mapType, RemovalReason.UNUSED), new PlayerExpired());
        assertThat(rejected(guest.send(self, request(null))).getCode()).isEqualTo(RejectionCode.UNKNOWN_PLAYER);

        guest.at(DAY_MS + 1_000).tick();
        assertThat(guest.progress()).isNull();
        assertThat(guest.player()).isNull();
        assertThat(rejected(guest.register(registrar(name), name)).getCode()).isEqualTo(RejectionCode.MALFORMED);
    }

    @Test
    void whatAForgottenGuestHadIsFreeAgain() {
        String name = LobbySubjects.guestName("Mokuri", GameScenario.START_MS);
        LobbyScenario guest = new LobbyScenario(LobbySubjects.ofPlayer(name));
        Principal self = Principal.player(LobbySubjects.playerId(name), name);
        guest.register(registrar(name), name);
        guest.send(self, new StoreMapType(crossroads().mapType()));
        guest.at(DAY_MS - 1).send(self, request(null));

        guest.at(DAY_MS).tick();

        assertThat(guest.totals()).isEqualTo(new LobbyTotals(0L, 0L, 0L, 0L, 0L, 0L));
    }

    @Test
    void whatIsForPlayersIsRefusedUnderOtherSubjects() {
        String mapTypeId = Ids.nameBased("m");
        LobbyScenario mapType = new LobbyScenario("map-type:" + mapTypeId);
        mapType.send(ADMINISTRATOR, new CreateMapType(mapTypeId, crossroads().mapType()));

        for (SpecificRecord payload : List.of(new StoreMapType(crossroads().mapType()), request(null))) {
            assertThat(rejected(mapType.send(ADMINISTRATOR, payload)).getDetails())
                    .containsExactly(new Detail("subject", "must be that of a player"));
        }
        for (SpecificRecord payload :
                List.of(new ReportPracticeGame(mapTypeId, GameState.ENDED), new ReportParticipation(mapTypeId))) {
            assertThat(rejected(mapType.send(ROBOTS, payload)).getDetails())
                    .containsExactly(new Detail("subject", "must be that of a player"));
        }
    }

    @Test
    void aGuestWhoPlaysStays() {
        String name = LobbySubjects.guestName("Mokuri", GameScenario.START_MS);
        LobbyScenario guest = new LobbyScenario(LobbySubjects.ofPlayer(name));
        guest.register(registrar(name), name);

        only(guest.send(ROBOTS, new ReportParticipation(Ids.nameBased("game"))), GuestKept.class);

        assertThat(guest.at(2 * DAY_MS).tick()).isEmpty();
        assertThat(guest.player().getExpiresAtMs()).isNull();
        // Said again, it changes nothing.
        only(guest.send(ROBOTS, new ReportParticipation(Ids.nameBased("game"))), GuestKept.class);
    }

    @ParameterizedTest
    @CsvSource({"-120000, true", "-120001, false", "60000, true", "60001, false"})
    void aGuestsNameIsMadeUpJustNow(long madeAtMs, boolean taken) {
        String name = LobbySubjects.guestName("Mokuri", GameScenario.START_MS + madeAtMs);
        LobbyScenario guest = new LobbyScenario(LobbySubjects.ofPlayer(name));

        LobbyEvent event = guest.register(registrar(name), name).orElseThrow();

        assertThat(event.getPayload() instanceof PlayerRegistered).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"Guest-1", "guest-abc-00000000", "GUEST-Mokuri"})
    void namesLikeThoseOfGuestsAreNotForOthers(String name) {
        LobbyScenario lobby = new LobbyScenario(LobbySubjects.ofPlayer(name));

        assertThat(rejected(lobby.register(registrar(name), name)).getCode()).isEqualTo(RejectionCode.MALFORMED);
    }

    @Test
    void thereIsNoRoomForMoreThanAPartitionOfTheLobbyHas() {
        ann.count(new LobbyTotals(0L, 999L, 29_980L, 0L, 0L, 0L));
        store();
        practice();
        assertThat(limitOf(ann.send(ANN, new StoreMapType(crossroads().mapType()))))
                .isEqualTo("mapTypes");

        LobbyScenario other = new LobbyScenario("player:bob");
        other.register(Principal.registrar(BOB.playerId(), "Bob"), "Bob");
        other.count(new LobbyTotals(0L, 0L, 29_981L, 0L, 0L, 0L));
        assertThat(limitOf(other.send(BOB, request(null)))).isEqualTo("practiceTiles");
    }

    @Test
    void thereIsNoRoomForMoreGuestsWhoHaveNotPlayed() {
        String name = LobbySubjects.guestName("Mokuri", GameScenario.START_MS);
        LobbyScenario guest = new LobbyScenario(LobbySubjects.ofPlayer(name));
        guest.count(new LobbyTotals(5_000L, 0L, 0L, 0L, 0L, 0L));

        assertThat(limitOf(guest.register(registrar(name), name))).isEqualTo("guests");
        guest.count(new LobbyTotals(4_999L, 0L, 0L, 0L, 0L, 0L));
        only(guest.register(registrar(name), name), PlayerRegistered.class);
        LobbyScenario named = new LobbyScenario("player:bob");
        named.count(new LobbyTotals(5_000L, 0L, 0L, 0L, 0L, 0L));
        only(named.register(Principal.registrar(BOB.playerId(), "Bob"), "Bob"), PlayerRegistered.class);
    }

    @Test
    void aPlayersGamesTogetherAreOnTwoOfTheLargestMapsAtMost() {
        for (int i = 0; i < 2; i++) {
            String game = only(ann.send(ANN, onTiles(50, 50)), PracticeGameGranted.class)
                    .getGameId();
            ann.send(ROBOTS, new ReportPracticeGame(game, GameState.CREATED));
            ann.send(ROBOTS, new ReportPracticeGame(game, GameState.ENDED));
        }

        assertThat(limitOf(ann.send(ANN, request(null)))).isEqualTo("practiceGamesPerPlayer");
    }

    @Test
    void faultyMapsAreRefusedWhereverTheyAreSent() {
        MapType faulty = crossroads().mapType();
        faulty.setName("");
        MapType negative = crossroads().mapType();
        negative.setWidth(-5);
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < 5_001; i++) {
            tiles.add(new Tile(0, 0));
        }
        MapType large = crossroads().mapType();
        large.getGravity().get(0).getArea().get(0).setTiles(tiles);

        for (MapType map : List.of(faulty, negative)) {
            assertThat(rejected(ann.send(ANN, new StoreMapType(map))).getCode()).isEqualTo(RejectionCode.INVALID_MAP);
        }
        for (MapType map : List.of(faulty, negative, large)) {
            assertThat(rejected(ann.send(ANN, new RequestPracticeGame(map, null, 0, 10_000L)))
                            .getCode())
                    .isEqualTo(RejectionCode.INVALID_MAP);
        }
    }

    @Test
    void whatAMapListsForLaterCountsToo() {
        MapType map = crossroads().mapType();
        int before = MapTypeRules.partsOf(map);
        map.setDiscoveries(List.of(new Discovery(
                MapPlan.at(new Tile(0, 0), new Tile(1, 0)), Resource.BIO_MATTER, 500, 1_000L, new UnitRange(1, 1), 1)));

        // The discovery, the part of its area, and two tiles.
        assertThat(MapTypeRules.partsOf(map)).isEqualTo(before + 4);
    }

    @Test
    void aGameThatIsReportedTwiceIsConfirmedOnce() {
        String game = practice();
        ann.send(ROBOTS, new ReportPracticeGame(game, GameState.CREATED));

        assertThat(rejected(ann.send(ROBOTS, new ReportPracticeGame(game, GameState.CREATED)))
                        .getCode())
                .isEqualTo(RejectionCode.UNKNOWN_GAME);
        assertThat(rejected(ann.send(ROBOTS, new ReportPracticeGame(Ids.nameBased("other"), GameState.CREATED)))
                        .getCode())
                .isEqualTo(RejectionCode.UNKNOWN_GAME);
    }

    @Test
    void aGuestWhosePracticeGameIsThereStays() {
        String name = LobbySubjects.guestName("Mokuri", GameScenario.START_MS);
        LobbyScenario guest = new LobbyScenario(LobbySubjects.ofPlayer(name));
        guest.register(registrar(name), name);
        Principal self = Principal.player(LobbySubjects.playerId(name), name);
        String game =
                only(guest.send(self, request(null)), PracticeGameGranted.class).getGameId();

        guest.send(ROBOTS, new ReportPracticeGame(game, GameState.CREATED));

        assertThat(guest.events()).extracting(LobbyEvent::getPayload).endsWith(new GuestKept());
        assertThat(guest.player().getExpiresAtMs()).isNull();
    }

    @Test
    void whoseLastThreeMapsWereUnplayableWaits() {
        for (int i = 0; i < 3; i++) {
            unplayable(i);
        }

        assertThat(limitOf(ann.send(ANN, request(null)))).isEqualTo("unplayableGames");
        ann.at(6 * MINUTE_MS);
        practice();
    }

    @Test
    void tenUnplayableMapsAreRememberedAndTheEleventhDrivesOutTheFirst() {
        for (int i = 0; i < 11; i++) {
            ann.at(i * 6L * MINUTE_MS);
            unplayable(i);
        }

        assertThat(ann.player().getUnplayableMaps()).hasSize(10);
        ann.at(70 * MINUTE_MS);
        only(ann.send(ANN, new RequestPracticeGame(withUnits(0), null, 0, 10_000L)), PracticeGameGranted.class);
    }

    @Test
    void anUnplayableMapIsKnownAgainUnderAnotherName() {
        String game = practice();
        ann.send(ROBOTS, new ReportPracticeGame(game, GameState.ENDED));
        MapType renamed = crossroads().mapType();
        renamed.setName("Another");
        renamed.setDescription("as if it were");

        assertThat(rejected(ann.send(ANN, new RequestPracticeGame(renamed, null, 0, 10_000L)))
                        .getCode())
                .isEqualTo(RejectionCode.INVALID_MAP);
    }

    @Test
    void aPracticeMapHoldsFourHundredThingsAtMost() {
        MapType map = withUnits(0);
        map.setWidth(50);
        map.setHeight(50);
        List<ContentLayer> layers = new ArrayList<>(map.getContents());
        long before = MapTypeRules.contentsOf(map);
        layers.add(new ContentLayer(
                MapPlan.everywhere(), ContentKind.MINE, null, 164, Resource.BIO_MATTER, new UnitRange(1, 1)));
        map.setContents(layers);

        CommandRejected refused = rejected(ann.send(ANN, new RequestPracticeGame(map, null, 0, 10_000L)));

        assertThat(refused.getCode()).isEqualTo(RejectionCode.INVALID_MAP);
        assertThat(refused.getDetails()).containsExactly(new Detail("/contents", "come to %d".formatted(before + 410)));
    }

    private void unplayable(int units) {
        String game = only(
                        ann.send(ANN, new RequestPracticeGame(withUnits(units), null, 0, 10_000L)),
                        PracticeGameGranted.class)
                .getGameId();
        ann.send(ROBOTS, new ReportPracticeGame(game, GameState.ENDED));
    }

    /** Maps that differ in what they hold. */
    private static MapType withUnits(int units) {
        return MapPlan.crossroads().blackHoleDestruction(units).mapType();
    }

    @Test
    void anIdThatIsNoneIsNoMapTypes() {
        assertThat(rejected(ann.send(ANN, request("x"))).getCode()).isEqualTo(RejectionCode.MALFORMED);
        assertThat(rejected(ann.send(ANN, new RemoveMapType("x"))).getCode()).isEqualTo(RejectionCode.MALFORMED);
        assertThat(rejected(ann.send(ROBOTS, new ReportPracticeGame(Ids.nameBased("g"), GameState.STARTED)))
                        .getCode())
                .isEqualTo(RejectionCode.MALFORMED);
        assertThat(rejected(new LobbyScenario("player:bob").send(BOB, new RemoveMapType(Ids.nameBased("m"))))
                        .getCode())
                .isEqualTo(RejectionCode.UNKNOWN_MAP_TYPE);
    }

    private static RequestPracticeGame onTiles(int width, int height) {
        MapType map = crossroads().mapType();
        map.setWidth(width);
        map.setHeight(height);
        return new RequestPracticeGame(map, null, 0, 10_000L);
    }

    private static String limitOf(Optional<LobbyEvent> event) {
        CommandRejected refused = rejected(event);
        assertThat(refused.getCode()).isEqualTo(RejectionCode.LIMIT_REACHED);
        return refused.getDetails().get(0).getValue();
    }

    private static Principal registrar(String name) {
        return Principal.registrar(LobbySubjects.playerId(name), name);
    }

    private String store() {
        return only(ann.send(ANN, new StoreMapType(crossroads().mapType())), MapTypeCreated.class)
                .getMapTypeId();
    }

    private String practice() {
        return only(ann.send(ANN, request(null)), PracticeGameGranted.class).getGameId();
    }

    private static RequestPracticeGame request(String mapTypeId) {
        return new RequestPracticeGame(crossroads().mapType(), mapTypeId, 2, 60_000L);
    }

    private static <T> T only(Optional<LobbyEvent> event, Class<T> type) {
        assertThat(event.orElseThrow().getPayload()).isInstanceOf(type);
        return type.cast(event.orElseThrow().getPayload());
    }

    private static CommandRejected rejected(Optional<LobbyEvent> event) {
        return only(event, CommandRejected.class);
    }
}
