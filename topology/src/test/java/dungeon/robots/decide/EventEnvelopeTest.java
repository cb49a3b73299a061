package dungeon.robots.decide;

import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.BOB;
import static dungeon.robots.GameScenario.creation;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.MapPlan.crossroads;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.CommandMetadata;
import dungeon.robots.Encoded;
import dungeon.robots.GameScenario;
import dungeon.robots.MapPlan;
import dungeon.robots.Outcome;
import dungeon.robots.RandomGame;
import dungeon.schemas.Area;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Direction;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.Resource;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.Structure;
import dungeon.schemas.StructureLayer;
import dungeon.schemas.Tile;
import dungeon.schemas.UnitRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventEnvelopeTest {
    private static final int SERDE_LIMIT_BYTES = 512 * 1024;

    @Test
    void theEventsOfAGameAreNumberedFromOneWithoutGap() {
        List<Long> sequences = RandomGame.play(1, 500).events().stream()
                .map(Event::getSequence)
                // Rejections before the game is there and after it has gone stand outside of the sequence.
                .filter(sequence -> sequence > 0)
                .toList();

        assertThat(sequences)
                .isEqualTo(LongStream.rangeClosed(1, sequences.size()).boxed().toList());
    }

    @Test
    void remainingCountsDownToZeroWithinADecision() {
        GameScenario game = GameScenario.started(crossroads(), ANN);

        List<Event> events = game.send(ANN, new BuyRobots(5, null)).events();

        assertThat(events.stream().map(Event::getRemaining)).containsExactly(5, 4, 3, 2, 1, 0);
        assertThat(events.stream().map(Event::getCommandId).distinct()).hasSize(1);
        assertThat(events.stream().map(Event::getPlayerId).distinct()).containsExactly(ANN.playerId());
    }

    @Test
    void queuedActionsAreTheirCommandsAndTheirPlayersWhoeverMakesTimePass() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String robot = game.buyRobot(ANN);
        game.move(ANN, robot, Direction.E);
        Outcome queued = game.move(ANN, robot, Direction.E);

        Event moved = game.at(2_000).send(BOB, new BuyRobots(1, null)).events().get(0);

        assertThat(moved.getPayload()).isInstanceOf(RobotMoved.class);
        assertThat(moved.getCommandId()).isEqualTo(queued.commandId());
        assertThat(moved.getPlayerId()).isEqualTo(ANN.playerId());
        assertThat(moved.getRemaining()).isZero();
    }

    @Test
    void theLargestMapFitsIntoItsEvent() {
        MapPlan plan = MapPlan.of(200, 200)
                .content(new ContentLayer(MapPlan.everywhere(), ContentKind.SPACE_STATION, 1, null, null, null))
                .content(new ContentLayer(
                        MapPlan.everywhere(),
                        ContentKind.MINE,
                        3_999,
                        null,
                        Resource.BIO_MATTER,
                        new UnitRange(999_999, 1_000_000)));

        List<Event> events = GameScenario.empty()
                .send(GameScenario.ADMINISTRATOR, creation(plan.mapType(), defaults()))
                .events();

        MapInstantiated map = (MapInstantiated) events.get(1).getPayload();
        assertThat(map.getContents()).hasSize(4_000);
        assertThat(map.getContents().stream().map(content -> content.getTile()).distinct())
                .hasSize(4_000);
        assertThat(Encoded.bytes(events.get(0))).hasSizeLessThan(SERDE_LIMIT_BYTES);
        assertThat(Encoded.bytes(events.get(1))).hasSizeLessThan(SERDE_LIMIT_BYTES);
    }

    @Test
    void theLongestCommandThatIsTakenGivesAnEventThatFits() {
        MapPlan plan = MapPlan.of(200, 200).station(0, 0).mine(1, 1);
        List<Tile> tiles = new ArrayList<>();
        for (int y = 100; y < 200; y++) {
            for (int x = 100; x < 200; x++) {
                tiles.add(new Tile(x, y));
            }
        }
        for (int i = 0; i < 12; i++) {
            plan.mapType()
                    .getStructure()
                    .add(new StructureLayer(List.of(new Area(false, tiles, null, null, null)), Structure.STAR_SYSTEM));
        }
        CreateGame create = creation(plan.mapType(), defaults());
        GameScenario game = GameScenario.empty();
        var command = game.command(GameScenario.ADMINISTRATOR, create);
        int without = Encoded.bytes(command).length;
        int missing = CommandMetadata.COMMAND_BYTES_MAXIMUM - without;
        plan.mapType()
                .getStructure()
                .add(new StructureLayer(
                        List.of(new Area(false, tiles.subList(0, missing / 4 - 10), null, null, null)),
                        Structure.STAR_SYSTEM));
        int bytes = Encoded.bytes(command).length;
        assertThat(bytes).isBetween(CommandMetadata.COMMAND_BYTES_MAXIMUM - 100, CommandMetadata.COMMAND_BYTES_MAXIMUM);

        List<Event> events = game.send(
                        command, new CommandMetadata(GameScenario.ADMINISTRATOR, GameScenario.START_MS, bytes))
                .events();

        assertThat(events.get(0).getPayload()).isInstanceOf(GameCreated.class);
        assertThat(Encoded.bytes(events.get(0))).hasSizeLessThan(SERDE_LIMIT_BYTES);
    }
}
