package dungeon.verification.fuzz.http;

import dungeon.verification.fuzz.tokens.HostileTokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Orders that are in order, with tokens that prove nothing. */
final class ForgedBearers implements RequestKind {
    private final Requests requests;
    private final HostileTokens tokens;

    ForgedBearers(Requests requests, HostileTokens tokens) {
        this.requests = requests;
        this.tokens = tokens;
    }

    @Override
    public String name() {
        return "forged-bearers";
    }

    @Override
    public int weight() {
        return 20;
    }

    @Override
    public HostileRequest next(Random random) {
        boolean throughDoor = random.nextInt(3) == 0;
        String commandId = Requests.uuid(random);
        // Ends of lines in a header are for other kinds.
        String token = tokens.next(random).text().replaceAll("\\p{Cntrl}", "");
        byte[] body = requests.order(random, commandId).getBytes(StandardCharsets.UTF_8);
        String head = requests.head(throughDoor, "POST", requests.commandsPath(random), token);
        // 400 and 431 for what is no header.
        return HostileRequest.of(throughDoor, head, body, List.of(commandId)).allowing("401|400|431");
    }
}
