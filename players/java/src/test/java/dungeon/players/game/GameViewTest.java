package dungeon.players.game;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.Condition;
import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.Gravity;
import dungeon.schemas.Levels;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.MapType;
import dungeon.schemas.MineDepleted;
import dungeon.schemas.MineDiscovered;
import dungeon.schemas.Resource;
import dungeon.schemas.ResourcesMined;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.Rules;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GameViewTest {
    private static final String ME = "00000000-0000-4000-8000-000000000001";
    private static final String OTHER = "00000000-0000-4000-8000-000000000002";
    private static final dungeon.schemas.Tile STATION = new dungeon.schemas.Tile(0, 0);
    private static final dungeon.schemas.Tile MINE = new dungeon.schemas.Tile(1, 0);
    private static final Instant NOW = Instant.EPOCH;
    /** Two tiles; LIGHT and STAR_SYSTEM both have position 1 in their enums. */
    private static final byte[] LIGHT_STAR_SYSTEMS = {1, 1};

    private final GameView view = new GameView(ME);
    private long sequence;

    @BeforeEach
    void drawTheMap() {
        MapType type = new MapType("two", "", 2, 1, Gravity.LIGHT, 0, List.of(), List.of(), List.of(), List.of());
        learn(ME, new GameCreated(type, Rules.newBuilder().build(), 2, 60_000L, "", null, null, 1, NOW, null, null));
        learn(
                ME,
                new MapInstantiated(
                        2,
                        1,
                        ByteBuffer.wrap(LIGHT_STAR_SYSTEMS),
                        ByteBuffer.wrap(LIGHT_STAR_SYSTEMS),
                        List.of(
                                new Content(STATION, ContentKind.SPACE_STATION, null, null),
                                new Content(MINE, ContentKind.MINE, Resource.BIO_MATTER, 2)),
                        List.of(),
                        1_000_000L));
    }

    @Test
    void whereARobotOfOnesOwnAppearsNothingIsLeftToDiscover() {
        learn(OTHER, spawned("00000000-0000-4000-8000-00000000000b"));
        assertThat(view.hasVisited(Tile.of(STATION))).isFalse();
        learn(ME, spawned("00000000-0000-4000-8000-00000000000a"));
        assertThat(view.hasVisited(Tile.of(STATION))).isTrue();
    }

    @Test
    void theLastProcessOfAClosedMineSaysNothingOfTheNextMineInItsPlace() {
        learn(ME, mined(2));
        learn(ME, new MineDepleted(MINE, Resource.BIO_MATTER));
        learn(null, new MineDiscovered(MINE, Resource.BIO_MATTER, 700, 0, List.of(), 1_000_002L));
        learn(ME, mined(0));
        assertThat(view.mine(Tile.of(MINE)).unitsLeft()).isEqualTo(700);
    }

    private static RobotSpawned spawned(String robotId) {
        return new RobotSpawned(
                robotId,
                "robot",
                new Condition(STATION, 10, 0, 20, 0, NOW, NOW, 0, null),
                new Levels(0, 0, 0, 0, 0, 0, 0, 0),
                2L);
    }

    /** A process that takes the last units, or finds its mine closed. */
    private static ResourcesMined mined(int evaporated) {
        return new ResourcesMined(
                "00000000-0000-4000-8000-00000000000c",
                MINE,
                Resource.BIO_MATTER,
                0,
                evaporated,
                0,
                List.of(),
                null,
                List.of());
    }

    private void learn(String playerId, SpecificRecord payload) {
        view.learn(new Event("game", ++sequence, NOW, null, playerId, 0, payload));
    }
}
