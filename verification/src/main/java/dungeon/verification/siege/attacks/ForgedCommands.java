package dungeon.verification.siege.attacks;

import dungeon.schemas.BuyRobots;
import dungeon.schemas.Command;
import dungeon.schemas.EndGame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Writes commands for others straight to Kafka: without a token, with one that was tampered with, and with its own one. */
final class ForgedCommands implements Attack {
    private static final int GUESTS = 2;

    private final Battlefield field;
    private final HttpFrom http;
    private final Tally tally = new Tally();
    private final AtomicLong number = new AtomicLong();
    private List<Guest> guests = List.of();

    ForgedCommands(Battlefield field, HttpFrom http) {
        this.field = field;
        this.http = http;
    }

    @Override
    public String name() {
        return "forged commands";
    }

    @Override
    public String each() {
        return "no token, a wrong signature, alg none, somebody else's name by turns, on Kafka";
    }

    @Override
    public int perMinute() {
        return 3_000;
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
    public void prepare() throws IOException, InterruptedException {
        guests = field.guests(http, GUESTS);
    }

    @Override
    public void attempt(Random random) {
        long count = number.incrementAndGet();
        Guest own = guests.get(0);
        String victim = guests.get(1).playerId();
        String gameId =
                field.honestGames().get(random.nextInt(field.honestGames().size()));
        Command command = new Command(
                UUID.randomUUID().toString(),
                Instant.now(),
                gameId,
                victim,
                count % 8 < 4 ? new EndGame() : new BuyRobots(1, null));
        String token = switch ((int) (count % 4)) {
            case 0 -> null;
            case 1 -> own.token().substring(0, own.token().length() - 8) + "AAAAAAAA";
            case 2 -> unsigned(own.token());
            default -> own.token();
        };
        field.records().send(this, command, token);
    }

    /** The same claims, and a header that says that nothing is signed. */
    private static String unsigned(String token) {
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        return header + token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1);
    }
}
