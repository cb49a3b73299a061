package dungeon.queries.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.queries.TestGame;
import dungeon.queries.views.NotAvailableException;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MapTypeCreated;
import dungeon.schemas.PlayerRenamed;
import dungeon.schemas.state.Player;
import dungeon.schemas.state.StoredMapType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LobbyViewTest {
    private static final String OTHER_MAP_TYPE = "00000000-0000-4000-8000-000000000009";

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
