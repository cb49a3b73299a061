package dungeon.platform.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors computed with Python: {@code int.from_bytes(sha256(seed + k.to_bytes(8, "big")).digest()[:8], "big") % n}. */
class ChanceTest {
    private static final String COUNTING = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static final String ONES = "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff";

    @ParameterizedTest
    @CsvSource({
        // The first 8 bytes of draws 0 and 1,000,000 of COUNTING are above 2^63, so a signed remainder would differ.
        COUNTING + ", 0, 1000, 221",
        COUNTING + ", 1, 1000, 120",
        COUNTING + ", 2, 1000, 402",
        COUNTING + ", 3, 7, 0",
        COUNTING + ", 1000000, 1000, 733",
        COUNTING + ", 1099511627776, 2147483647, 1811860309",
        ONES + ", 0, 1000, 445",
        ONES + ", 1, 1000, 233",
        ONES + ", 3, 7, 2",
        ONES + ", 1000000, 1000, 587",
        ONES + ", 1099511627776, 2147483647, 1606272771",
        ONES + ", 5, 1, 0",
    })
    void aDrawIsTheUnsignedBeginningOfTheHashModuloTheBound(String seed, long draw, int bound, int expected) {
        assertThat(new Chance(bytes(seed), draw).below(bound)).isEqualTo(expected);
    }

    @Test
    void drawsAreCounted() {
        Chance chance = new Chance(bytes(COUNTING), 0);

        assertThat(new int[] {chance.below(1000), chance.below(1000), chance.below(1000)})
                .containsExactly(221, 120, 402);
    }

    @ParameterizedTest
    @CsvSource({
        COUNTING + ", 630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd",
        ONES + ", af9613760f72635fbdb44a5a0a63c39f12af30f950a6ee5c971be188e89c4051",
    })
    void seedAndHashAreGivenInHex(String seed, String hash) {
        assertThat(Chance.hashOf(bytes(seed))).isEqualTo(hash);
        assertThat(Chance.hexOf(bytes(seed))).isEqualTo(seed);
    }

    @Test
    void theSeedIsReadWhereItLiesAndNotUsedUp() {
        ByteBuffer amid = ByteBuffer.allocate(40).position(4);
        amid.put(bytes(COUNTING)).position(4).limit(36);

        assertThat(new Chance(amid, 0).below(1000)).isEqualTo(221);
        assertThat(new Chance(amid, 0).below(1000)).isEqualTo(221);
        assertThat(Chance.hexOf(amid)).isEqualTo(COUNTING);
        assertThat(amid.remaining()).isEqualTo(32);
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }
}
