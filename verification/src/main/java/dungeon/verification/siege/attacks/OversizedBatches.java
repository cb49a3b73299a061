package dungeon.verification.siege.attacks;

import dungeon.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Sends batches at and over every limit of size. */
final class OversizedBatches extends Attack {
    private static final int GUESTS = 4;
    private static final int MOST_COMMANDS = 1_000;
    private static final int LARGE_BODY_BYTES = 3_000_000;
    private static final int LARGE_RECORD_BYTES = 2_000_000;

    private final byte[] mostAllowed = batch(MOST_COMMANDS);
    private final byte[] oneTooMany = batch(MOST_COMMANDS + 1);
    private final byte[] tooLarge = ("[\"" + "x".repeat(LARGE_BODY_BYTES) + "\"]").getBytes(StandardCharsets.UTF_8);

    OversizedBatches(Battlefield field, HttpFrom http) {
        super(
                new Kind(
                        "oversized batches",
                        "1,000 commands, 1,001, 3 MB, a record of 2 MB on Kafka by turns",
                        120,
                        true),
                field,
                http,
                GUESTS);
    }

    @Override
    public void attempt(Random random) {
        long count = nextTry();
        String token = guest(count / 4).token();
        String gameId = someGame(random);
        String commands = field.ingest("/games/%s/commands".formatted(gameId));
        switch ((int) (count % 4)) {
            case 0 -> tally.answered(http.post(commands + "?wait=30000", token, mostAllowed), true);
            case 1 -> tally.answered(http.post(commands, token, oneTooMany), true);
            case 2 -> tally.answered(http.post(commands, token, tooLarge), true);
            default -> field.records().send(this, Topics.COMMANDS.name(), gameId, new byte[LARGE_RECORD_BYTES]);
        }
    }

    private static byte[] batch(int size) {
        String command = "{\"type\":\"BuyRobots\",\"quantity\":1}";
        return ("[" + command + ("," + command).repeat(size - 1) + "]").getBytes(StandardCharsets.UTF_8);
    }
}
