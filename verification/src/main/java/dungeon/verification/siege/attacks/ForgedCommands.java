package dungeon.verification.siege.attacks;

import dungeon.schemas.BuyRobots;
import dungeon.schemas.Command;
import dungeon.schemas.EndGame;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;

/** Writes commands for others straight to Kafka: without a token, with one that was tampered with, and with its own one. */
final class ForgedCommands extends Attack {
    private static final int GUESTS = 2;

    ForgedCommands(Battlefield field, HttpFrom http) {
        super(
                new Kind(
                        "forged commands",
                        "no token, a wrong signature, alg none, somebody else's name by turns, on Kafka",
                        3_000,
                        false),
                field,
                http,
                GUESTS);
    }

    @Override
    public void attempt(Random random) {
        long count = nextTry();
        Guest own = guest(0);
        String victim = guest(1).playerId();
        String gameId = someGame(random);
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
