package dungeon.verification.fuzz.kafka;

import java.util.Random;

/** Orders that can be read: any payload with any values. */
final class AnyOrders implements RecordKind {
    private final Orders orders;

    AnyOrders(Orders orders) {
        this.orders = orders;
    }

    @Override
    public String name() {
        return "any-orders";
    }

    @Override
    public int weight() {
        return 30;
    }

    @Override
    public HostileRecord next(Random random) {
        return random.nextInt(8) == 0 ? orders.toLobby(random) : orders.toGame(random);
    }
}
