package dungeon.app;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.envelope.Ids;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MapType;
import dungeon.schemas.PracticeGameGranted;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RequestPracticeGame;
import dungeon.schemas.topics.LobbySubjects;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all players of a partition have together is counted across them, in the stores of the task. */
class LobbyTotalsTest {
    /** As many of the largest practice maps as a partition of the lobby has room for. */
    private static final int GAMES_MAXIMUM = 12;

    @TempDir
    Path stateDir;

    private int commands;

    @Test
    void aPlayerFindsNoRoomWhereOthersHaveTakenIt() {
        try (TopologyFixture fixture = new TopologyFixture(stateDir)) {
            for (int player = 1; player <= GAMES_MAXIMUM; player++) {
                assertThat(practiceOf("player-" + player, fixture)).isInstanceOf(PracticeGameGranted.class);
            }

            Object refused = practiceOf("one-too-many", fixture);

            assertThat(refused).isInstanceOf(CommandRejected.class);
            assertThat(((CommandRejected) refused).getCode()).isEqualTo(RejectionCode.LIMIT_REACHED);
            assertThat(((CommandRejected) refused).getDetails().get(0).getValue())
                    .isEqualTo("practiceTiles");
        }
    }

    private Object practiceOf(String name, TopologyFixture fixture) {
        String playerId = LobbySubjects.playerId(name);
        fixture.send(command(name, new RegisterPlayer(name)), fixture.tokens.registrar(playerId, name));
        MapType map = TopologyFixture.exampleMap();
        map.setWidth(50);
        map.setHeight(50);
        List<LobbyEvent> events = fixture.send(
                command(name, new RequestPracticeGame(map, null, 0, 60_000L)), fixture.tokens.player(playerId, name));
        return events.get(0).getPayload();
    }

    private LobbyCommand command(String name, SpecificRecord payload) {
        return new LobbyCommand(
                Ids.nameBased("command " + ++commands),
                TopologyFixture.START,
                LobbySubjects.ofPlayer(name),
                LobbySubjects.playerId(name),
                payload);
    }
}
