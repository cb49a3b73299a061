package dungeon.queries.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class StoreKeysTest {
    private static final String GAME = "f0000000-0000-4000-8000-00000000000a";

    @Test
    void keysBeginWithTheGame() {
        assertThat(hex(StoreKeys.game(GAME))).isEqualTo("f0000000000040008000" + "00000000000a");
        assertThat(hex(StoreKeys.tile(GAME, 3, 258))).isEqualTo(hex(StoreKeys.game(GAME)) + "0102" + "0003");
        assertThat(hex(StoreKeys.member(GAME, "00000000-0000-3000-8000-000000000001")))
                .isEqualTo(hex(StoreKeys.game(GAME)) + "0000000000003000800000000000" + "0001");
    }

    @Test
    void keysAreInTheOrderOfTheIdsAsTexts() {
        assertThat(Stream.of("ffffffff", "80000000", "7fffffff", "00000000")
                        .map(head -> head + "-0000-4000-8000-000000000000")
                        .sorted()
                        .map(StoreKeys::game))
                .isSorted();
    }

    @Test
    void tilesAreInTheOrderOfRowsThenColumns() {
        assertThat(Stream.of(
                        StoreKeys.tile(GAME, 0, 0),
                        StoreKeys.tile(GAME, 199, 0),
                        StoreKeys.tile(GAME, 0, 1),
                        StoreKeys.tile(GAME, 0, 199)))
                .isSorted();
    }

    @Test
    void theGameCanBeReadFromAnyKey() {
        assertThat(StoreKeys.gameIdOf(StoreKeys.tile(GAME, 1, 2))).isEqualTo(GAME);
    }

    private static String hex(Bytes key) {
        return HexFormat.of().formatHex(key.get());
    }
}
