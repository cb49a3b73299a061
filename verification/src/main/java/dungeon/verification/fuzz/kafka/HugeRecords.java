package dungeon.verification.fuzz.kafka;

import dungeon.schemas.Command;
import dungeon.schemas.topics.Topics;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.generic.GenericData;

/** Records about as long as the broker takes them, and longer: long texts, and nothing at all. */
final class HugeRecords implements RecordKind {
    private static final int LONGEST = 1_100_000;

    private final Orders orders;

    HugeRecords(Orders orders) {
        this.orders = orders;
    }

    @Override
    public String name() {
        return "huge-records";
    }

    @Override
    public int weight() {
        return 1;
    }

    @Override
    public HostileRecord next(Random random) {
        HostileRecord right = orders.toGame(random);
        return switch (random.nextInt(8)) {
            case 0 -> right.withValue(longText(right, random));
            // Behind the record, where nothing is to follow.
            case 1 -> right.withValue(Arrays.copyOf(right.value(), random.nextInt(LONGEST)));
            case 2 -> right.withValue(null);
            default -> right.withValue(new byte[0]);
        };
    }

    private byte[] longText(HostileRecord right, Random random) {
        GenericData.Record command = new GenericData.Record(Command.getClassSchema());
        var joins = Command.getClassSchema().getField("payload").schema().getTypes().stream()
                .filter(type -> type.getName().equals("JoinGame"))
                .findFirst()
                .orElseThrow();
        GenericData.Record join = new GenericData.Record(joins);
        join.put("playerName", "a".repeat(random.nextInt(LONGEST)));
        command.put("commandId", Orders.uuid(random));
        command.put("issuedAt", System.currentTimeMillis());
        command.put("gameId", new String(right.key(), java.nio.charset.StandardCharsets.UTF_8));
        command.put("playerId", orders.stage().own().playerId());
        command.put("payload", join);
        return Orders.bytes(orders.schemaId(Topics.COMMANDS.name()), command);
    }
}
