package dungeon.players.game;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.Direction;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.Rules;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private static final byte STAR_SYSTEM = 1;
    private static final byte VOID = 2;

    @Test
    void goesRoundVoidsAndBlackHoles() {
        Routes routes = routes("111", "1O1", "1#1");
        assertThat(steps(routes, new Tile(0, 0), new Tile(2, 0)))
                .containsExactly(Direction.N, Direction.NE, Direction.SE, Direction.S);
        assertThat(routes.travelMs(new Tile(0, 0), new Tile(2, 0))).isEqualTo(8_000);
    }

    @Test
    void takesTheLongerWayIfItIsQuicker() {
        // Straight on through intense gravity it is 2 x 3750 + 2000 ms; each step into it waits for the energy.
        Routes routes = routes("1331", "#11#");
        assertThat(steps(routes, new Tile(0, 1), new Tile(3, 1)))
                .containsExactly(Direction.SE, Direction.E, Direction.NE);
        assertThat(routes.travelMs(new Tile(0, 1), new Tile(3, 1))).isEqualTo(6_000);
    }

    @Test
    void findsNoWayWhereThereIsNone() {
        Routes routes = routes("1#1");
        assertThat(routes.step(new Tile(0, 0), new Tile(2, 0))).isEmpty();
        assertThat(routes.travelMs(new Tile(0, 0), new Tile(2, 0))).isEqualTo(Routes.UNREACHABLE_MS);
    }

    @Test
    void endsAtItsTarget() {
        assertThat(routes("11").step(new Tile(1, 0), new Tile(1, 0))).isEmpty();
        assertThat(routes("11").travelMs(new Tile(1, 0), new Tile(1, 0))).isZero();
    }

    private static List<Direction> steps(Routes routes, Tile from, Tile to) {
        List<Direction> steps = new ArrayList<>();
        Tile tile = from;
        for (Optional<Direction> step = routes.step(tile, to); step.isPresent(); step = routes.step(tile, to)) {
            steps.add(step.get());
            tile = tile.to(step.get());
        }
        return steps;
    }

    /** A map from a drawing, top row first: a digit is a star system of this gravity, O a black hole, # a void. */
    private static Routes routes(String... rows) {
        int width = rows[0].length();
        byte[] gravity = new byte[width * rows.length];
        byte[] structure = new byte[gravity.length];
        List<Content> contents = new ArrayList<>();
        for (int row = 0; row < rows.length; row++) {
            for (int x = 0; x < width; x++) {
                int y = rows.length - 1 - row;
                char drawn = rows[row].charAt(x);
                structure[y * width + x] = drawn == '#' ? VOID : STAR_SYSTEM;
                gravity[y * width + x] = (byte) (Character.isDigit(drawn) ? drawn - '0' : 1);
                if (drawn == 'O') {
                    contents.add(new Content(new dungeon.schemas.Tile(x, y), ContentKind.BLACK_HOLE, null, null));
                }
            }
        }
        StarMap map = new StarMap(new MapInstantiated(
                width,
                rows.length,
                ByteBuffer.wrap(gravity),
                ByteBuffer.wrap(structure),
                contents,
                List.of(),
                1_000_000L));
        return new Routes(map, Rules.newBuilder().build());
    }
}
