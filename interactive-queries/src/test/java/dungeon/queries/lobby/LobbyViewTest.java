package dungeon.queries.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.platform.envelope.Ids;
import dungeon.queries.TestGame;
import dungeon.queries.views.NotAvailableException;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MapTypeCreated;
import dungeon.schemas.Mark;
import dungeon.schemas.MatchRoomAssigned;
import dungeon.schemas.MatchRoomRequested;
import dungeon.schemas.Opponent;
import dungeon.schemas.OpponentSearch;
import dungeon.schemas.OpponentsMatched;
import dungeon.schemas.Pace;
import dungeon.schemas.PlayerRenamed;
import dungeon.schemas.PoolEntered;
import dungeon.schemas.RoomPlan;
import dungeon.schemas.RoomReleaseReason;
import dungeon.schemas.RoomReleased;
import dungeon.schemas.SearchEndReason;
import dungeon.schemas.SearchEnded;
import dungeon.schemas.SearchRenewed;
import dungeon.schemas.SearchStarted;
import dungeon.schemas.state.Player;
import dungeon.schemas.state.StoredMapType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LobbyViewTest {
    private static final String OTHER_MAP_TYPE = "00000000-0000-4000-8000-000000000009";

    private static final String ROOM_ID = "00000000-0000-7000-8000-00000000000c";
    private static final RoomPlan PLAN = new RoomPlan(Opponent.PERSON, null, Mark.X, 10_000L, 30_000L);

    @TempDir
    private Path folder;

    private LobbyView view;

    @BeforeEach
    void open() {
        view = TestLobby.view(folder);
    }

    @AfterEach
    void close() {
        view.close();
    }

    @Test
    void knowsPlayersByTheirIds() {
        assertThat(view.player(TestLobby.PLAYER_ID))
                .contains(new Player(1L, TestLobby.PLAYER_ID, "Anna", TestLobby.AT.toEpochMilli()));
        assertThat(view.player("40000000-0000-4000-8000-000000000004")).isEmpty();
    }

    @Test
    void showsTheNameThatWasGivenInsteadOfOneThatWasTakenAway() {
        view.fold(TestLobby.event("player:anna", 2, new PlayerRenamed("Renamed-1")), 0, 10);
        view.fold(TestLobby.event("player:nobody", 2, new PlayerRenamed("Renamed-2")), 0, 11);

        assertThat(view.player(TestLobby.PLAYER_ID))
                .contains(new Player(2L, TestLobby.PLAYER_ID, "Renamed-1", TestLobby.AT.toEpochMilli()));
    }

    @Test
    void tellsTheRoomOfASearchWhicheverOfTheTwoLogsIsReadFirst() {
        OpponentSearch host = search("00000000-0000-7000-8000-00000000000a", "player:anna");
        OpponentSearch guest = search("00000000-0000-7000-8000-00000000000b", "player:bert");
        MatchRoomRequested requested = new MatchRoomRequested(
                host.getSearchId(), ROOM_ID, null, "Anna", guest, PLAN, 1, TestLobby.AT.plusSeconds(60));
        fold("player:anna", 2, new SearchStarted(host, TestLobby.AT));
        fold("player:bert", 2, new SearchStarted(guest, TestLobby.AT));
        assertThat(view.search(host.getSearchId())).contains(summary(host, null, false, null));

        fold("pool:tictactoe", 1, new PoolEntered(host, TestLobby.AT.plusSeconds(30), null));
        assertThat(view.search(host.getSearchId())).contains(summary(host, 30_000L, false, null));
        fold("pool:tictactoe", 2, new SearchRenewed(host.getSearchId(), TestLobby.AT.plusSeconds(50)));
        assertThat(view.search(host.getSearchId())).contains(summary(host, 50_000L, false, null));

        fold("player:anna", 3, requested);
        assertThat(view.search(host.getSearchId())).contains(summary(host, null, true, ROOM_ID));
        fold("pool:tictactoe", 3, new OpponentsMatched(host, guest, PLAN));
        assertThat(view.search(host.getSearchId())).contains(summary(host, null, true, ROOM_ID));
        assertThat(view.search(guest.getSearchId())).contains(summary(guest, null, true, null));
        fold("player:bert", 3, new MatchRoomAssigned(guest.getSearchId(), ROOM_ID, null, TestLobby.AT));
        assertThat(view.search(guest.getSearchId())).contains(summary(guest, null, true, ROOM_ID));
    }

    @Test
    void forgetsASearchThatIsOverAndIsNotToldOfItAgain() {
        OpponentSearch left = search("00000000-0000-7000-8000-00000000000a", "player:anna");
        fold("player:anna", 2, new SearchStarted(left, TestLobby.AT));
        fold("player:anna", 3, new SearchEnded(left.getSearchId(), SearchEndReason.LEFT));
        fold("pool:tictactoe", 1, new PoolEntered(left, TestLobby.AT, null));
        assertThat(view.search(left.getSearchId())).isEmpty();

        OpponentSearch played = search("00000000-0000-7000-8000-00000000000b", "player:anna");
        fold("player:anna", 4, new SearchStarted(played, TestLobby.AT));
        fold("player:anna", 5, new MatchRoomAssigned(played.getSearchId(), ROOM_ID, null, TestLobby.AT));
        fold("player:anna", 6, new RoomReleased(ROOM_ID, RoomReleaseReason.CLOSED, played.getSearchId()));
        fold("pool:tictactoe", 2, new OpponentsMatched(played, null, PLAN));
        assertThat(view.search(played.getSearchId())).isEmpty();
    }

    private void fold(String subject, long sequence, SpecificRecord payload) {
        view.fold(TestLobby.event(subject, sequence, payload), 0, 100 + sequence);
    }

    private static OpponentSearch search(String searchId, String subject) {
        return new OpponentSearch(searchId, Ids.nameBased(subject), "Anybody", subject, Pace.FAST, null, 0L);
    }

    private static SearchSummary summary(OpponentSearch of, Long endsAfterMs, boolean isMatched, String roomId) {
        return new SearchSummary(
                of.getSearchId(),
                of.getPlayerId(),
                Pace.FAST,
                endsAfterMs == null ? null : TestLobby.AT.toEpochMilli() + endsAfterMs,
                isMatched,
                roomId);
    }

    @Test
    void knowsMapTypesByTheirIds() {
        assertThat(view.mapType(TestLobby.MAP_TYPE_ID))
                .contains(new StoredMapType(
                        1L,
                        TestLobby.MAP_TYPE_ID,
                        TestLobby.PLAYER_ID,
                        TestGame.exampleMap(),
                        TestLobby.AT.toEpochMilli()));
        assertThat(view.mapTypes("", 10)).extracting(MapTypeSummary::mapTypeId).containsExactly(TestLobby.MAP_TYPE_ID);
    }

    @Test
    void knowsMapTypesThatAPlayersOwnSubjectTellsOf() {
        view.fold(mapType("player:anna", 3, OTHER_MAP_TYPE), 0, 10);

        assertThat(view.mapType(OTHER_MAP_TYPE)).map(StoredMapType::getMap).contains(TestGame.exampleMap());
        assertThat(view.mapTypes("", 10))
                .extracting(MapTypeSummary::mapTypeId)
                .containsExactly(OTHER_MAP_TYPE, TestLobby.MAP_TYPE_ID);
    }

    @Test
    void listsMapTypesInPages() {
        List<String> ids = IntStream.rangeClosed(1, 5)
                .mapToObj("10000000-0000-4000-8000-00000000000%d"::formatted)
                .toList();
        ids.forEach(id -> view.fold(mapType("map-type:" + id, 1, id), 0, 10));

        assertThat(view.mapTypes("", 2)).extracting(MapTypeSummary::mapTypeId).isEqualTo(ids.subList(0, 2));
        assertThat(view.mapTypes(ids.get(1), 2))
                .extracting(MapTypeSummary::mapTypeId)
                .isEqualTo(ids.subList(2, 4));
        assertThat(view.mapTypes(TestLobby.MAP_TYPE_ID, 2)).isEmpty();
    }

    @Test
    void eventsThatComeAgainChangeNothing() {
        Player player = view.player(TestLobby.PLAYER_ID).orElseThrow();
        StoredMapType mapType = view.mapType(TestLobby.MAP_TYPE_ID).orElseThrow();

        TestLobby.fold(view, TestLobby.events());

        assertThat(view.player(TestLobby.PLAYER_ID).orElseThrow()).isEqualTo(player);
        assertThat(view.mapType(TestLobby.MAP_TYPE_ID).orElseThrow()).isEqualTo(mapType);
    }

    @Test
    void remembersRecordsAndHowFarTheyGo() {
        view.skip(3, 17);
        view.close();
        view = LobbyView.open(folder, "test");

        assertThat(view.player(TestLobby.PLAYER_ID)).isPresent();
        assertThat(view.positions(List.of(0, 1, 3)))
                .isEqualTo(Map.of(0, (long) TestLobby.events().size(), 3, 18L));
    }

    @Test
    void forgetsWhatCameFromAnotherLog() {
        view.close();
        view = LobbyView.open(folder, "another");

        assertThat(view.player(TestLobby.PLAYER_ID)).isEmpty();
        assertThat(view.mapTypes("", 10)).isEmpty();
        assertThat(view.positions(List.of(0))).isEmpty();
    }

    @Test
    void saysThatAnotherHasTheFolder() {
        assertThatThrownBy(() -> LobbyView.open(folder, "test").close())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("give each instance a state.dir of its own");
    }

    @Test
    void isNotReadAfterItsEnd() {
        view.close();

        assertThatThrownBy(() -> view.player(TestLobby.PLAYER_ID)).isInstanceOf(NotAvailableException.class);
    }

    private static LobbyEvent mapType(String subject, long sequence, String id) {
        return TestLobby.event(subject, sequence, new MapTypeCreated(id, TestGame.exampleMap(), null));
    }
}
