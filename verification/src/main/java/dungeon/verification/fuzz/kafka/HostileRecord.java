package dungeon.verification.fuzz.kafka;

import dungeon.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * A record that nobody should write.
 *
 * @param topic of commands
 * @param partition null for the one of the key
 * @param key null for none
 * @param value null for none
 * @param tokenHolds whether the last token among the headers is that of the cases' player
 * @param times how often it is written
 */
// Nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
record HostileRecord(
        String topic,
        Integer partition,
        byte[] key,
        byte[] value,
        List<Header> headers,
        boolean tokenHolds,
        int times) {
    /** A record with the key and the token that it should have. */
    static HostileRecord of(String topic, String key, byte[] value, String token) {
        return new HostileRecord(
                topic, null, key.getBytes(StandardCharsets.UTF_8), value, List.of(authorization(token)), true, 1);
    }

    static Header authorization(String token) {
        return new RecordHeader(Topics.AUTHORIZATION_HEADER, ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }

    HostileRecord withKey(byte[] other) {
        return new HostileRecord(topic, partition, other, value, headers, tokenHolds, times);
    }

    HostileRecord withValue(byte[] other) {
        return new HostileRecord(topic, partition, key, other, headers, tokenHolds, times);
    }

    HostileRecord onPartition(int other) {
        return new HostileRecord(topic, other, key, value, headers, tokenHolds, times);
    }

    /** With these headers and no others. */
    HostileRecord withHeaders(List<Header> others, boolean holds) {
        return new HostileRecord(topic, partition, key, value, others, holds, times);
    }

    HostileRecord withMore(Header... others) {
        List<Header> all = new ArrayList<>(headers);
        all.addAll(List.of(others));
        return withHeaders(all, tokenHolds);
    }

    HostileRecord again(int all) {
        return new HostileRecord(topic, partition, key, value, headers, tokenHolds, all);
    }

    /** So that it can be sent again by hand. */
    String text() {
        return "%s, partition %s, key %s, value %s, %d headers, %d times"
                .formatted(topic, partition, base64(key), base64(value), headers.size(), times);
    }

    private static String base64(byte[] bytes) {
        return bytes == null ? "null" : Base64.getEncoder().encodeToString(bytes);
    }
}
