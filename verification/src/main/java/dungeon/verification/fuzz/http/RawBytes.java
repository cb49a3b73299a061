package dungeon.verification.fuzz.http;

import dungeon.verification.fuzz.bytes.Mutation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** What is no HTTP, or was it before some bytes were changed. */
final class RawBytes implements RequestKind {
    private static final int LONGEST = 500;
    private static final List<String> OTHER_PROTOCOLS = List.of(
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
            "SSH-2.0-OpenSSH_9.0\r\n",
            "PROXY TCP4 1.2.3.4 5.6.7.8 1 2\r\n",
            "\r\n\r\n\r\n\r\n",
            "GET /\r\n\r\n",
            "GET / HTTP/1.1\r\n",
            "\u0000\u0000\u0000\u0010\u0000\u0012\u0000\u0003");

    private final Requests requests;

    RawBytes(Requests requests) {
        this.requests = requests;
    }

    @Override
    public String name() {
        return "raw-bytes";
    }

    @Override
    public int weight() {
        return 8;
    }

    @Override
    public HostileRequest next(Random random) {
        boolean throughDoor = random.nextBoolean();
        String commandId = Requests.uuid(random);
        byte[] bytes;
        switch (random.nextInt(4)) {
            case 0 -> {
                bytes = new byte[random.nextInt(LONGEST)];
                random.nextBytes(bytes);
            }
            case 1 ->
                bytes = OTHER_PROTOCOLS
                        .get(random.nextInt(OTHER_PROTOCOLS.size()))
                        .getBytes(StandardCharsets.ISO_8859_1);
            default -> {
                byte[] body = requests.order(random, commandId).getBytes(StandardCharsets.UTF_8);
                String head = requests.head(
                        throughDoor,
                        "POST",
                        requests.commandsPath(random),
                        requests.stage().own().token());
                bytes = Mutation.of(
                        HostileRequest.of(throughDoor, head, body, List.of()).bytes(), random);
            }
        }
        return new HostileRequest(throughDoor, bytes, true, List.of(commandId), "", "");
    }
}
