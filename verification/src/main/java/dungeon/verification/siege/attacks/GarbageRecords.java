package dungeon.verification.siege.attacks;

import dungeon.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Writes bytes to the command topics that name schemas which there never were, under the keys of games that others play. */
final class GarbageRecords implements Attack {
    private static final int LONGEST = 300;
    private static final int SHORTEST = 6;
    /** Below are the ids of schemas that there are. */
    private static final int UNKNOWN_FROM = 100_000;

    private final Battlefield field;
    private final Tally tally = new Tally();
    private final AtomicLong number = new AtomicLong();

    GarbageRecords(Battlefield field) {
        this.field = field;
    }

    @Override
    public String name() {
        return "garbage records";
    }

    @Override
    public String each() {
        return "6 to 300 bytes with an unknown schema id, with and without the registry";
    }

    @Override
    public int perMinute() {
        return 1_800;
    }

    @Override
    public boolean mayGetThrough() {
        return false;
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public void attempt(Random random) {
        byte[] value = new byte[SHORTEST + random.nextInt(LONGEST - SHORTEST)];
        random.nextBytes(value);
        ByteBuffer.wrap(value).put((byte) 0).putInt(UNKNOWN_FROM + random.nextInt(Integer.MAX_VALUE - UNKNOWN_FROM));
        if (field.registry().isFrozen()) {
            tally.other("while the registry is frozen");
        }
        long count = number.incrementAndGet();
        if (count % 2 == 0) {
            field.records().send(this, Topics.LOBBY_COMMANDS.name(), "player:garbage" + count, value);
        } else {
            String gameId =
                    field.honestGames().get(random.nextInt(field.honestGames().size()));
            field.records().send(this, Topics.COMMANDS.name(), gameId, value);
        }
    }
}
