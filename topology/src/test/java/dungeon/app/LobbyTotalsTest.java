package dungeon.app;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.envelope.Ids;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Detail;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MapType;
import dungeon.schemas.MatchGranted;
import dungeon.schemas.PracticeGameGranted;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RequestMatch;
import dungeon.schemas.RequestPracticeGame;
import dungeon.schemas.topics.LobbySubjects;
import java.nio.file.Path;
import java.util.ArrayList;
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

    @Test
    void howeverManyGuestsOpenMatchesThereAreFiftyAndPracticeGoesOn() {
        try (TopologyFixture fixture = new TopologyFixture(stateDir)) {
            List<Object> answers = new ArrayList<>();
            for (int player = 1; player <= 60; player++) {
                answers.add(ask("player-" + player, matchOn(TopologyFixture.exampleMap()), fixture));
            }

            assertThat(answers.subList(0, 50)).allMatch(MatchGranted.class::isInstance);
            assertThat(answers.subList(50, 60))
                    .allSatisfy(answer -> assertThat(((CommandRejected) answer).getDetails())
                            .contains(new Detail("limit", "matches"), new Detail("maximum", "50")));
            assertThat(practiceOf("one-who-practises", fixture)).isInstanceOf(PracticeGameGranted.class);
        }
    }

    @Test
    void theLargestMatchesLeaveHalfOfTheRoomToPractice() {
        try (TopologyFixture fixture = new TopologyFixture(stateDir)) {
            for (int player = 1; player <= GAMES_MAXIMUM / 2; player++) {
                assertThat(ask("player-" + player, matchOn(large()), fixture)).isInstanceOf(MatchGranted.class);
            }

            assertThat(((CommandRejected) ask("one-too-many", matchOn(large()), fixture)).getDetails())
                    .contains(new Detail("limit", "practiceTiles"));
            assertThat(practiceOf("one-who-practises", fixture)).isInstanceOf(PracticeGameGranted.class);
        }
    }

    private static RequestMatch matchOn(MapType map) {
        return new RequestMatch(map, null, 2, 60_000L, 10_000L, null);
    }

    private static MapType large() {
        MapType map = TopologyFixture.exampleMap();
        map.setWidth(50);
        map.setHeight(50);
        return map;
    }

    private Object practiceOf(String name, TopologyFixture fixture) {
        return ask(name, new RequestPracticeGame(large(), null, 0, 60_000L), fixture);
    }

    /** What comes of a request of a player who has just registered. */
    private Object ask(String name, SpecificRecord request, TopologyFixture fixture) {
        String playerId = LobbySubjects.playerId(name);
        fixture.send(command(name, new RegisterPlayer(name)), fixture.tokens.registrar(playerId, name));
        List<LobbyEvent> events = fixture.send(command(name, request), fixture.tokens.player(playerId, name));
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
