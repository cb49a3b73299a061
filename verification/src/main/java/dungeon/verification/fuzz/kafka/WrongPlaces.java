package dungeon.verification.fuzz.kafka;

import dungeon.schemas.topics.Topics;
import dungeon.verification.fuzz.bytes.HostileText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** Orders under a key or on a partition, or even on a topic, that is not theirs. */
final class WrongPlaces implements RecordKind {
    private static final int LONG_KEY = 5_000;

    private final Orders orders;

    WrongPlaces(Orders orders) {
        this.orders = orders;
    }

    @Override
    public String name() {
        return "wrong-places";
    }

    @Override
    public int weight() {
        return 12;
    }

    @Override
    public HostileRecord next(Random random) {
        HostileRecord right = random.nextInt(4) == 0 ? orders.toLobby(random) : orders.toGame(random);
        byte[] key = right.key();
        return switch (random.nextInt(9)) {
            case 0 -> right.withKey(null);
            case 1 -> right.withKey(new byte[0]);
            case 2 ->
                right.withKey(new String(key, StandardCharsets.UTF_8)
                        .toUpperCase(Locale.ROOT)
                        .getBytes(StandardCharsets.UTF_8));
            case 3 -> right.withKey(HostileText.of(random).getBytes(StandardCharsets.UTF_8));
            case 4 -> right.withKey(new byte[random.nextInt(LONG_KEY)]);
            case 5 -> right.withKey(Arrays.copyOf(key, key.length + 1));
            case 6 ->
                new HostileRecord(
                        right.topic().equals(Topics.COMMANDS.name())
                                ? Topics.LOBBY_COMMANDS.name()
                                : Topics.COMMANDS.name(),
                        null,
                        key,
                        right.value(),
                        right.headers(),
                        true,
                        1);
            default -> right.onPartition(random.nextInt(Topics.PARTITIONS));
        };
    }
}
