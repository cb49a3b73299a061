package dungeon.robots.state;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.Gravity;
import dungeon.schemas.Structure;
import dungeon.schemas.state.MapTile;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TilesTest {
    @Test
    void eachOfAHundredPlayersIsAVisitorOfItsOwn() {
        MapTile tile = new MapTile(1L, 0, 0, Gravity.LIGHT, Structure.STAR_SYSTEM, null, ByteBuffer.allocate(0));
        Set<Integer> came = new TreeSet<>();
        for (int i = 0; i < 100; i++) {
            // 37 has no divisor in common with 100, so every number comes once, in no order.
            int number = i * 37 % 100;
            tile.setVisitedBy(Tiles.visitedToo(tile, number));
            came.add(number);
            for (int other = 0; other < 100; other++) {
                assertThat(Tiles.isVisited(tile, other)).isEqualTo(came.contains(other));
            }
        }
        assertThat(tile.getVisitedBy().remaining()).isEqualTo(13);
    }
}
