package dungeon.platform.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.schemas.AssignOpponent;
import dungeon.schemas.AssignRoom;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.CreateMapType;
import dungeon.schemas.EndSearch;
import dungeon.schemas.EnterPool;
import dungeon.schemas.ExpectRoom;
import dungeon.schemas.LeaveSearch;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.MapType;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.RemoveMapType;
import dungeon.schemas.RenamePlayer;
import dungeon.schemas.RenewSearch;
import dungeon.schemas.ReportParticipation;
import dungeon.schemas.ReportPracticeGame;
import dungeon.schemas.ReportRoom;
import dungeon.schemas.RequestMatch;
import dungeon.schemas.RequestPracticeGame;
import dungeon.schemas.RequestRoom;
import dungeon.schemas.SearchOpponent;
import dungeon.schemas.StartGame;
import dungeon.schemas.StoreMapType;
import dungeon.schemas.Tick;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Of the union of the lobby's commands, all branches but RegisterPlayer and CreateMapType are ignored from the beginning. */
class HandlersTest {
    private final List<String> handled = new ArrayList<>();

    @Test
    void eachBranchGoesToItsHandler() {
        Handlers<String, Integer> handlers = builder()
                .on(
                        RegisterPlayer.class,
                        (first, second, register) ->
                                handled.add("%s %d %s".formatted(first, second, register.getPlayerName())))
                .on(
                        CreateMapType.class,
                        (first, second, create) ->
                                handled.add("%s %d %s".formatted(first, second, create.getMapTypeId())))
                .build();

        handlers.handle("a", 1, new RegisterPlayer("Ann"));
        handlers.handle("b", 2, new CreateMapType("m", new MapType()));

        assertThat(handled).containsExactly("a 1 Ann", "b 2 m");
    }

    @Test
    void withAnIgnoredBranchNothingIsDone() {
        Handlers<String, Integer> handlers = builder()
                .on(RegisterPlayer.class, (first, second, register) -> handled.add(first))
                .ignore(CreateMapType.class)
                .build();

        handlers.handle("a", 1, new CreateMapType("m", new MapType()));

        assertThat(handled).isEmpty();
    }

    @Test
    void aMissingBranchIsNamed() {
        assertThatThrownBy(() -> builder().ignore(RegisterPlayer.class).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The handlers of dungeon.schemas.LobbyCommand.payload:"
                        + " dungeon.schemas.CreateMapType is not handled");
    }

    @Test
    void aForeignBranchIsNamed() {
        assertThatThrownBy(() -> builder()
                        .ignore(RegisterPlayer.class)
                        .ignore(CreateMapType.class)
                        .on(ClearQueue.class, (first, second, clear) -> handled.add(first))
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The handlers of dungeon.schemas.LobbyCommand.payload:"
                        + " dungeon.schemas.ClearQueue is none of its branches");
    }

    @Test
    void aDoubledBranchIsNamed() {
        assertThatThrownBy(() -> builder()
                        .ignore(RegisterPlayer.class)
                        .ignore(CreateMapType.class)
                        .on(RegisterPlayer.class, (first, second, register) -> handled.add(first))
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The handlers of dungeon.schemas.LobbyCommand.payload:"
                        + " dungeon.schemas.RegisterPlayer is handled twice");
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        assertThatThrownBy(() -> builder()
                        .ignore(StartGame.class)
                        .ignore(RegisterPlayer.class)
                        .ignore(RegisterPlayer.class)
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The handlers of dungeon.schemas.LobbyCommand.payload:"
                        + " dungeon.schemas.StartGame is none of its branches;"
                        + " dungeon.schemas.RegisterPlayer is handled twice;"
                        + " dungeon.schemas.CreateMapType is not handled");
    }

    @Test
    void aClassThatIsNoBranchIsRefused() {
        Handlers<String, Integer> handlers = builder()
                .ignore(RegisterPlayer.class)
                .ignore(CreateMapType.class)
                .build();

        assertThatThrownBy(() -> handlers.handle("a", 1, new StartGame()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("dungeon.schemas.StartGame is no branch of dungeon.schemas.LobbyCommand.payload"
                        + " that this build knows");
    }

    private static Handlers.Builder<String, Integer> builder() {
        Schema schema = LobbyCommand.getClassSchema();
        Handlers.Builder<String, Integer> builder = Handlers.of(schema, "payload");
        return builder.ignore(StoreMapType.class)
                .ignore(RemoveMapType.class)
                .ignore(RequestPracticeGame.class)
                .ignore(RequestMatch.class)
                .ignore(ReportPracticeGame.class)
                .ignore(ReportParticipation.class)
                .ignore(RenamePlayer.class)
                .ignore(RequestRoom.class)
                .ignore(ReportRoom.class)
                .ignore(SearchOpponent.class)
                .ignore(RenewSearch.class)
                .ignore(LeaveSearch.class)
                .ignore(EnterPool.class)
                .ignore(AssignOpponent.class)
                .ignore(ExpectRoom.class)
                .ignore(AssignRoom.class)
                .ignore(EndSearch.class)
                .ignore(Tick.class);
    }
}
