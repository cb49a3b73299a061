package dungeon.verification.fuzz.kafka;

import dungeon.verification.fuzz.bytes.Mutation;
import java.util.Random;

/** Orders some bytes of which were changed; some can still be read. */
final class MutatedOrders implements RecordKind {
    private final Orders orders;

    MutatedOrders(Orders orders) {
        this.orders = orders;
    }

    @Override
    public String name() {
        return "mutated-orders";
    }

    @Override
    public int weight() {
        return 30;
    }

    @Override
    public HostileRecord next(Random random) {
        HostileRecord valid = random.nextInt(4) == 0 ? orders.toLobby(random) : orders.toGame(random);
        return valid.withValue(Mutation.of(valid.value(), random));
    }
}
