package dungeon.verification.fuzz.kafka;

import dungeon.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.util.Random;

/** Bytes of chance, with the beginning of a record that can be read, of one with a schema that is not known, and with none. */
final class RandomBytes implements RecordKind {
    private static final int LONGEST = 2_000;

    private final Orders orders;

    RandomBytes(Orders orders) {
        this.orders = orders;
    }

    @Override
    public String name() {
        return "random-bytes";
    }

    @Override
    public int weight() {
        return 15;
    }

    @Override
    public HostileRecord next(Random random) {
        boolean toGame = random.nextBoolean();
        String topic = toGame ? Topics.COMMANDS.name() : Topics.LOBBY_COMMANDS.name();
        String key = toGame ? orders.stage().someGame(random) : "player:" + Orders.uuid(random);
        byte[] value = new byte[random.nextInt(LONGEST)];
        random.nextBytes(value);
        if (value.length > Integer.BYTES && random.nextInt(4) > 0) {
            int schemaId = switch (random.nextInt(8)) {
                case 0 -> random.nextInt();
                case 1 -> random.nextInt(30) - 5;
                default -> orders.schemaId(topic);
            };
            ByteBuffer.wrap(value).put((byte) 0).putInt(schemaId);
        }
        return HostileRecord.of(topic, key, value, orders.stage().own().token());
    }
}
