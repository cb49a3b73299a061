package dungeon.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class RecentKeysTest {
    private static final long KEPT_MS = 1_000;
    private static final Bytes KEY = Bytes.wrap(new byte[] {1, 2, 3});
    private static final Bytes OTHER = Bytes.wrap(new byte[] {4, 5, 6});

    private final RecentKeys keys = new RecentKeys(KEPT_MS);

    @Test
    void saysNoToWhatIsNew() {
        keys.add(KEY, 0);
        assertThat(keys.mayContain(OTHER)).isFalse();
    }

    @Test
    void knowsAKeyForTheWholeTime() {
        keys.add(OTHER, 0);
        keys.add(KEY, KEPT_MS);
        keys.add(OTHER, KEPT_MS + 1);
        keys.add(OTHER, 2 * KEPT_MS);
        assertThat(keys.mayContain(KEY)).isTrue();
    }

    @Test
    void forgetsAKeyAfterTwiceTheTime() {
        keys.add(KEY, 0);
        keys.add(OTHER, KEPT_MS + 1);
        keys.add(OTHER, 2 * KEPT_MS + 2);
        assertThat(keys.mayContain(KEY)).isFalse();
    }
}
