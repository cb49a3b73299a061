package dungeon.robots.decide.map;

import static dungeon.robots.GameScenario.ADMINISTRATOR;
import static dungeon.robots.GameScenario.creation;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.MapPlan.everywhere;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.robots.GameScenario;
import dungeon.robots.MapPlan;
import dungeon.schemas.Area;
import dungeon.schemas.Detail;
import dungeon.schemas.Discovery;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.Resource;
import dungeon.schemas.Tile;
import dungeon.schemas.UnitRange;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Discoveries that would make every mining process of a game slow, and with it everybody on its partition. */
class HostileDiscoveryTest {
    private static final Area EVERYWHERE = everywhere().get(0);

    private static MapPlan largest() {
        return MapPlan.of(200, 200).station(0, 0).deposit(1, 0, Resource.BIO_MATTER, 1_000_000);
    }

    private static Discovery discovery(List<Area> area, int atMost) {
        return new Discovery(area, Resource.BIO_MATTER, 1_000, 0L, new UnitRange(1, 1), atMost);
    }

    @Test
    void whatAllDiscoveriesTogetherCanReadIsBounded() {
        MapPlan map = largest().discovery(discovery(everywhere(), 20));
        map.discovery(discovery(everywhere(), 5));
        assertThat(MapTypeFaults.of(map.mapType())).as("25 times 40,000").isEmpty();

        map.discovery(discovery(MapPlan.at(tile(7, 7)), 1));
        assertThat(MapTypeFaults.of(map.mapType()))
                .containsExactly(new Detail(
                        "/discoveries", "have areas of 1000001 tiles, counted atMost times each; 1000000 are allowed"));
    }

    @Test
    void whatAProcessHasToLookThroughIsBounded() {
        Tile[] listed = Collections.nCopies(998, tile(7, 7)).toArray(Tile[]::new);
        MapPlan map = largest()
                .discovery(discovery(MapPlan.at(listed), 1))
                .discovery(discovery(List.of(EVERYWHERE, EVERYWHERE), 1));
        assertThat(MapTypeFaults.of(map.mapType())).isEmpty();

        map.discovery(discovery(everywhere(), 1));
        assertThat(MapTypeFaults.of(map.mapType()))
                .containsExactly(new Detail(
                        "/discoveries", "have 1001 parts and listed tiles in their areas; 1000 are allowed"));
    }

    @Test
    void aHundredDiscoveriesAThousandTimesEverywhereAreRefused() {
        MapPlan map = largest();
        for (int i = 0; i < 100; i++) {
            map.discovery(discovery(everywhere(), 1_000));
        }

        GameScenario.empty()
                .send(ADMINISTRATOR, creation(map.mapType(), defaults()))
                .isRejected(
                        RejectionCode.INVALID_MAP,
                        "/discoveries",
                        "have areas of 4000000000 tiles, counted atMost times each; 1000000 are allowed");
    }
}
