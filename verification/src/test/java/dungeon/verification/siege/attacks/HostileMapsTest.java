package dungeon.verification.siege.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.Chance;
import dungeon.robots.decide.RobotsAdmission;
import dungeon.robots.decide.map.MapDrawing;
import dungeon.robots.decide.map.MapTypeFaults;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostileMapsTest {
    private static final ByteBuffer SEED = ByteBuffer.allocate(Chance.SEED_BYTES);

    @Test
    void hasASoundMapOfNearlyAMegabyte() {
        byte[] map = HostileMaps.fat(1);
        assertThat(map.length).isBetween(850_000, 1_000_000);
        assertThat(MapTypeFaults.of(HostileMaps.parsed(map))).isEmpty();
    }

    @Test
    void hasASoundMapWithAsMuchInItAsThereMayBe() {
        assertThat(MapTypeFaults.of(HostileMaps.parsed(HostileMaps.large(1)))).isEmpty();
    }

    @Test
    void hasAMapThatNoDrawingMakesPlayable() {
        assertThat(MapDrawing.draw(HostileMaps.parsed(HostileMaps.unplayable(1)), SEED.asReadOnlyBuffer()))
                .isEmpty();
    }

    @Test
    void createsGamesOfItsOwnWithoutFaultsInTheirForm() {
        Guest guest = new Guest("3f1c2d4e-0000-4000-8000-000000000000", "eve", "token");
        assertThat(new RobotsAdmission()
                        .faults(GameFloods.create(HostileMaps.parsed(HostileMaps.large(1)), guest, new Random(1))))
                .isEmpty();
    }
}
