package dungeon.standalone.maps;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.Resource;
import dungeon.schemas.Tile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapPictureTest {
    @Test
    void coloursEachThingIfItIsAskedTo() {
        MapInstantiated map = new MapInstantiated(
                3,
                2,
                ByteBuffer.wrap(new byte[] {1, 2, 3, 1, 1, 1}),
                ByteBuffer.wrap(new byte[] {1, 1, 1, 2, 1, 1}),
                List.of(
                        new Content(new Tile(1, 1), ContentKind.SPACE_STATION, null, null),
                        new Content(new Tile(2, 1), ContentKind.MINE, Resource.CRYO_GAS, 5)),
                List.of(),
                1_000_000L);

        assertThat(new MapPicture(map, new MapSymbols(true)).text().replace('\u001b', '~'))
                .isEqualTo("""
                           0 1 2
                        1 ~[90m##~[0m~[1;96mS~[0m~[32m.~[0m~[1;34mC~[0m~[32m.~[0m 1
                        0  ~[32m.~[0m ~[33m:~[0m ~[31m*~[0m 0
                           0 1 2
                        """);
    }

    @Test
    void numbersTheColumnsOfTheWidestMap() {
        byte[] codes = new byte[200 * 2];
        Arrays.fill(codes, (byte) 1);
        MapInstantiated map = new MapInstantiated(
                200, 2, ByteBuffer.wrap(codes), ByteBuffer.wrap(codes), List.of(), List.of(), 1_000_000L);

        List<String> lines =
                new MapPicture(map, new MapSymbols(false)).text().lines().toList();

        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).isEqualTo(lines.get(5));
        assertThat(lines.get(1)).isEqualTo(lines.get(4));
        for (int x = 10; x < 200; x += 10) {
            int end = "1 ".length() + 2 * (x + 1);
            assertThat(lines.get(0).substring(0, end)).endsWith(" " + x);
            assertThat(lines.get(1).charAt(end - 1)).isEqualTo('0');
            assertThat(lines.get(2).charAt(end - 1)).isEqualTo('.');
        }
    }
}
