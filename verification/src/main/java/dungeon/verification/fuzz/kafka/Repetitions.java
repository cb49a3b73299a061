package dungeon.verification.fuzz.kafka;

import dungeon.schemas.BuyRobots;
import dungeon.schemas.Command;
import dungeon.schemas.topics.Topics;
import java.time.Instant;
import java.util.Random;
import org.apache.kafka.common.serialization.Serializer;

/** The same order several times, which may have one effect. */
final class Repetitions implements RecordKind {
    private static final int TIMES = 6;

    private final Orders orders;
    private final Serializer<Command> serializer;

    Repetitions(Orders orders) {
        this.orders = orders;
        serializer = Topics.COMMANDS
                .valueSerde(orders.stage().platform().clientConfig())
                .serializer();
    }

    @Override
    public String name() {
        return "repetitions";
    }

    @Override
    public int weight() {
        return 4;
    }

    @Override
    public HostileRecord next(Random random) {
        String gameId = orders.stage().someGame(random);
        Command buy = new Command(
                Orders.uuid(random), Instant.now(), gameId, orders.stage().own().playerId(), new BuyRobots(1, null));
        byte[] value = serializer.serialize(Topics.COMMANDS.name(), buy);
        return HostileRecord.of(
                        Topics.COMMANDS.name(),
                        gameId,
                        value,
                        orders.stage().own().token())
                .again(2 + random.nextInt(TIMES));
    }
}
