package dungeon.queries.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.queries.TestGame;
import dungeon.schemas.state.Player;
import dungeon.schemas.state.StoredMapType;
import org.junit.jupiter.api.Test;

class LobbyViewTest {
    private final LobbyView view = TestLobby.view();

    @Test
    void knowsPlayersByTheirIds() {
        assertThat(view.player(TestLobby.PLAYER_ID))
                .contains(new Player(1L, TestLobby.PLAYER_ID, "Anna", TestLobby.AT.toEpochMilli()));
        assertThat(view.player("40000000-0000-4000-8000-000000000004")).isEmpty();
    }

    @Test
    void knowsMapTypesByTheirIds() {
        StoredMapType stored = new StoredMapType(
                1L, TestLobby.MAP_TYPE_ID, TestLobby.PLAYER_ID, TestGame.exampleMap(), TestLobby.AT.toEpochMilli());
        assertThat(view.mapType(TestLobby.MAP_TYPE_ID)).contains(stored);
        assertThat(view.mapTypes()).containsExactly(stored);
    }

    @Test
    void eventsThatComeAgainChangeNothing() {
        Player player = view.player(TestLobby.PLAYER_ID).orElseThrow();
        StoredMapType mapType = view.mapType(TestLobby.MAP_TYPE_ID).orElseThrow();

        TestLobby.events().forEach(view::fold);

        assertThat(view.player(TestLobby.PLAYER_ID).orElseThrow()).isEqualTo(player);
        assertThat(view.mapType(TestLobby.MAP_TYPE_ID).orElseThrow()).isEqualTo(mapType);
    }
}
