package dungeon.platform.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Bytes of keys: what they are of can be told from them, and no aggregate's keys are among those of another one. */
class KeysTest {
    private static final String UUID_TEXT = "01234567-89ab-4cde-8f09-abcdef012345";

    @Test
    void aUuidHasSixteenBytes() {
        byte[] prefix = AggregateIds.UUIDS.prefix(UUID_TEXT);

        assertThat(prefix).isEqualTo(new byte[] {
            0x01,
            0x23,
            0x45,
            0x67,
            (byte) 0x89,
            (byte) 0xab,
            0x4c,
            (byte) 0xde,
            (byte) 0x8f,
            0x09,
            (byte) 0xab,
            (byte) 0xcd,
            (byte) 0xef,
            0x01,
            0x23,
            0x45
        });
        isFoundAgain(AggregateIds.UUIDS, UUID_TEXT);
    }

    @Test
    void aTextEndsWithAZero() {
        assertThat(AggregateIds.TEXTS.prefix("aä")).isEqualTo(new byte[] {'a', (byte) 0xc3, (byte) 0xa4, 0});
        isFoundAgain(AggregateIds.TEXTS, "player:ann");
        isFoundAgain(AggregateIds.TEXTS, "\uD83D\uDE00");
    }

    @Test
    void noTextsBytesBeginWithThoseOfAnotherOne() {
        Random random = new Random(1);
        List<String> texts = random.ints(400, 1, 5)
                .mapToObj(length -> random.ints(length, 'a', 'd')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .distinct()
                .toList();
        for (String one : texts) {
            byte[] prefix = AggregateIds.TEXTS.prefix(one);
            assertThat(texts)
                    .filteredOn(other -> begins(AggregateIds.TEXTS.prefix(other), prefix))
                    .containsExactly(one);
        }
    }

    @Test
    void whatAnIdCanBe() {
        assertThat(AggregateIds.UUIDS.isPossible(UUID_TEXT)).isTrue();
        assertThat(AggregateIds.UUIDS.isPossible("0123")).isFalse();
        assertThat(AggregateIds.UUIDS.form()).isEqualTo("a UUID in lower case");
        assertThat(AggregateIds.TEXTS.isPossible("a")).isTrue();
        assertThat(AggregateIds.TEXTS.isPossible("")).isFalse();
        assertThat(AggregateIds.TEXTS.isPossible("a\0b")).isFalse();
        assertThat(AggregateIds.TEXTS.isPossible("\0b")).isFalse();
        assertThat(AggregateIds.TEXTS.form()).isEqualTo("a text without the character 0");
    }

    @Test
    void keysAreWrittenWithAsManyBytesAsTheySay() {
        assertThat(bytes(KeyCodec.UUIDS, UUID_TEXT)).isEqualTo(AggregateIds.UUIDS.prefix(UUID_TEXT));
        assertThat(bytes(KeyCodec.TEXTS, "lobby/ä"))
                .isEqualTo(new byte[] {'l', 'o', 'b', 'b', 'y', '/', (byte) 0xc3, (byte) 0xa4});
        assertThat(bytes(KeyCodec.NONE, null)).isEmpty();
        assertThat(bytes(KeyCodec.UUIDS, new UUID(-1, -1).toString())).containsOnly(-1);
    }

    /** Wherever in a key the id begins, and whatever comes behind it. */
    private static void isFoundAgain(AggregateIds ids, String id) {
        byte[] prefix = ids.prefix(id);
        byte[] key = new byte[3 + prefix.length + 2];
        Arrays.fill(key, (byte) 'x');
        System.arraycopy(prefix, 0, key, 3, prefix.length);

        assertThat(ids.prefixBytes(key, 3)).isEqualTo(prefix.length);
        assertThat(ids.idOf(key, 3)).isEqualTo(id);
    }

    private static boolean begins(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static <K> byte[] bytes(KeyCodec<K> codec, K key) {
        ByteBuffer buffer = ByteBuffer.allocate(codec.bytes(key));
        codec.write(key, buffer);
        assertThat(buffer.hasRemaining()).isFalse();
        return buffer.array();
    }
}
