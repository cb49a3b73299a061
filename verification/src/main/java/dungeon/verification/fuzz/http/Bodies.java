package dungeon.verification.fuzz.http;

import dungeon.verification.fuzz.bytes.HostileJson;
import java.util.List;
import java.util.Random;

/** Orders to games whose JSON is bent. */
final class Bodies implements RequestKind {
    private final Requests requests;

    Bodies(Requests requests) {
        this.requests = requests;
    }

    @Override
    public String name() {
        return "bodies";
    }

    @Override
    public int weight() {
        return 40;
    }

    @Override
    public HostileRequest next(Random random) {
        boolean throughDoor = random.nextInt(3) == 0;
        String commandId = Requests.uuid(random);
        String token = requests.stage().own().token();
        byte[] body = HostileJson.of(requests.order(random, commandId), random);
        String head = requests.head(throughDoor, "POST", requests.commandsPath(random), token);
        return HostileRequest.of(throughDoor, head, body, List.of(commandId));
    }
}
