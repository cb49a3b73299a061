package dungeon.verification.siege.attacks;

import dungeon.schemas.topics.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Sends batches at and over every limit of size. */
final class OversizedBatches implements Attack {
    private static final int GUESTS = 4;
    private static final int MOST_COMMANDS = 1_000;
    private static final int LARGE_BODY_BYTES = 3_000_000;
    private static final int LARGE_RECORD_BYTES = 2_000_000;

    private final Battlefield field;
    private final HttpFrom http;
    private final Tally tally = new Tally();
    private final AtomicLong number = new AtomicLong();
    private final byte[] mostAllowed = batch(MOST_COMMANDS);
    private final byte[] oneTooMany = batch(MOST_COMMANDS + 1);
    private final byte[] tooLarge = ("[\"" + "x".repeat(LARGE_BODY_BYTES) + "\"]").getBytes(StandardCharsets.UTF_8);
    private List<Guest> guests = List.of();

    OversizedBatches(Battlefield field, HttpFrom http) {
        this.field = field;
        this.http = http;
    }

    @Override
    public String name() {
        return "oversized batches";
    }

    @Override
    public String each() {
        return "1,000 commands, 1,001, 3 MB, a record of 2 MB on Kafka by turns";
    }

    @Override
    public int perMinute() {
        return 120;
    }

    @Override
    public boolean mayGetThrough() {
        return true;
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        guests = field.guests(http, GUESTS);
    }

    @Override
    public void attempt(Random random) {
        long count = number.incrementAndGet();
        String token = guests.get((int) (count / 4 % guests.size())).token();
        String gameId =
                field.honestGames().get(random.nextInt(field.honestGames().size()));
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
