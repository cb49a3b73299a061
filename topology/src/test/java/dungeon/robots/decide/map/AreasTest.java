package dungeon.robots.decide.map;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.Area;
import dungeon.schemas.Ring;
import dungeon.schemas.Tile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AreasTest {
    @Test
    void anAreaCoversWhatOneOfItsPartsCovers() {
        Random random = new Random(1);
        for (int i = 0; i < 1_500; i++) {
            int width = 2 + random.nextInt(8);
            int height = 2 + random.nextInt(8);
            List<Area> parts = new ArrayList<>();
            for (int part = random.nextInt(5); part >= 0; part--) {
                parts.add(anyPart(random, width, height));
            }

            BitSet expected = new BitSet();
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    Tile at = new Tile(x, y);
                    expected.set(y * width + x, parts.stream().anyMatch(part -> covers(part, at, width, height)));
                }
            }
            assertThat(Areas.tilesOf(parts, width, height)).as("%s", parts).isEqualTo(expected);
            for (int index = 0; index < width * height; index++) {
                assertThat(Areas.contains(parts, new Tile(index % width, index / width), width, height))
                        .as("%s %d", parts, index)
                        .isEqualTo(expected.get(index));
            }
        }
    }

    private static boolean covers(Area part, Tile at, int width, int height) {
        int x = at.getX();
        int y = at.getY();
        if (part.getAll()) {
            return true;
        }
        if (part.getTiles() != null) {
            return part.getTiles().contains(at);
        }
        if (part.getRing() != null) {
            int distance = Math.min(Math.min(x, y), Math.min(width - 1 - x, height - 1 - y));
            return part.getRing().getFirst() <= distance
                    && distance <= part.getRing().getLast();
        }
        return (x - part.getFrom().getX()) * (x - part.getTo().getX()) <= 0
                && (y - part.getFrom().getY()) * (y - part.getTo().getY()) <= 0;
    }

    private static Area anyPart(Random random, int width, int height) {
        return switch (random.nextInt(12)) {
            case 0 -> new Area(true, null, null, null, null);
            case 1, 2 -> new Area(false, null, null, null, new Ring(random.nextInt(6), random.nextInt(6)));
            case 3, 4, 5 ->
                new Area(false, List.of(tile(random, width, height), tile(random, width, height)), null, null, null);
            default -> new Area(false, null, tile(random, width, height), tile(random, width, height), null);
        };
    }

    private static Tile tile(Random random, int width, int height) {
        return new Tile(random.nextInt(width), random.nextInt(height));
    }
}
