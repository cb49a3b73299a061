package dungeon.verification.siege.attacks;

import dungeon.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.util.Random;

/** Writes bytes to the command topics that name schemas which there never were, under the keys of games that others play. */
final class GarbageRecords extends Attack {
    private static final int LONGEST = 300;
    private static final int SHORTEST = 6;
    /** Below are the ids of schemas that there are. */
    private static final int UNKNOWN_FROM = 100_000;

    GarbageRecords(Battlefield field) {
        super(
                new Kind(
                        "garbage records",
                        "6 to 300 bytes with an unknown schema id, with and without the registry",
                        1_800,
                        false),
                field,
                null,
                0);
    }

    @Override
    public void attempt(Random random) {
        byte[] value = new byte[SHORTEST + random.nextInt(LONGEST - SHORTEST)];
        random.nextBytes(value);
        ByteBuffer.wrap(value).put((byte) 0).putInt(UNKNOWN_FROM + random.nextInt(Integer.MAX_VALUE - UNKNOWN_FROM));
        if (field.registry().isFrozen()) {
            tally.other("while the registry is frozen");
        }
        long count = nextTry();
        if (count % 2 == 0) {
            field.records().send(this, Topics.LOBBY_COMMANDS.name(), "player:garbage" + count, value);
        } else {
            String gameId = someGame(random);
            field.records().send(this, Topics.COMMANDS.name(), gameId, value);
        }
    }
}
