package dungeon.robots.decide;

import static dungeon.robots.GameScenario.ADMINISTRATOR;
import static dungeon.robots.GameScenario.DAY_MS;
import static dungeon.robots.GameScenario.START_MS;
import static dungeon.robots.GameScenario.creation;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.GameScenario.time;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.envelope.Ids;
import dungeon.robots.GameScenario;
import dungeon.robots.MapPlan;
import dungeon.robots.RobotsContext;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Detail;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.MapType;
import dungeon.schemas.RejectionCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids of games tell when they were made, so that a game can be forgotten before its id could come again. */
class GameIdTest {
    private static final long MINUTE_MS = 60_000;

    @ParameterizedTest
    @ValueSource(longs = {-DAY_MS, 0, MINUTE_MS})
    void anIdOfTheLastDayOrTheNextMinuteMakesAGame(long madeAtMs) {
        assertThat(creationUnder(Ids.timed(START_MS + madeAtMs, "game"))).isInstanceOf(GameCreated.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-DAY_MS - 1, MINUTE_MS + 1})
    void anyOtherIsNotTimely(long madeAtMs) {
        assertThat(creationUnder(Ids.timed(START_MS + madeAtMs, "game")))
                .isEqualTo(new CommandRejected(
                        RejectionCode.NOT_TIMELY,
                        "The id of a game may be made at most 24 hours before and 1 minute after its creation arrives",
                        List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6f1c2a52-0b1e-4d2a-9c6e-0123456789ab",
                "6f1c2a52-0b1e-3d2a-9c6e-0123456789ab",
                "00000000-0000-0000-0000-000000000000"
            })
    void anIdThatTellsNoTimeIsMalformed(String id) {
        CommandRejected rejected = (CommandRejected) creationUnder(id);

        assertThat(rejected.getCode()).isEqualTo(RejectionCode.MALFORMED);
        assertThat(rejected.getDetails()).containsExactly(new Detail("gameId", "must be a UUID of version 7"));
    }

    @Test
    void allThatIsWrongWithACreationIsSaidTogether() {
        CreateGame create = creation(plan(), defaults());
        create.setParticipantLimit(0);

        CommandRejected rejected = (CommandRejected) outcome("6f1c2a52-0b1e-4d2a-9c6e-0123456789ab", create);

        assertThat(rejected.getDetails()).extracting(Detail::getName).containsExactly("gameId", "participantLimit");
    }

    private static Object creationUnder(String id) {
        return outcome(id, creation(plan(), defaults()));
    }

    private static MapType plan() {
        return MapPlan.of(3, 3).station(0, 0).mine(1, 0).mapType();
    }

    private static Object outcome(String id, CreateGame create) {
        List<Event> events = new ArrayList<>();
        RobotsContext.inMemory(id)
                .handle(
                        new Command(GameScenario.commandId(1), time(0), id, null, create),
                        new CommandMetadata(ADMINISTRATOR, START_MS, 100),
                        events::addAll);
        return events.get(0).getPayload();
    }
}
