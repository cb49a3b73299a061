package dungeon.verification.fuzz.http;

import java.util.List;
import java.util.Random;

/**
 * Requests of which two servers one behind the other may see different ends, with another request in what one of them takes for the body.
 * What it orders may only be done if its sender is told so.
 */
final class Smuggling implements RequestKind {
    private static final List<String> ENCODINGS = List.of(
            "Transfer-Encoding: chunked",
            "Transfer-Encoding : chunked",
            " Transfer-Encoding: chunked",
            "Transfer-Encoding:\tchunked",
            "Transfer-Encoding: xchunked",
            "Transfer-Encoding: chunked, identity",
            "Transfer-Encoding: identity, chunked",
            "Transfer-Encoding: gzip, chunked",
            "Transfer-Encoding: identity",
            "Transfer-Encoding: CHUNKED",
            "Transfer-Encoding: \"chunked\"",
            "Transfer-Encoding:\r\n chunked",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
            "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
            "Transfer_Encoding: chunked",
            "X: y\nTransfer-Encoding: chunked",
            "X: y\rTransfer-Encoding: chunked",
            "Transfer-Encoding: \u000bchunked",
            "Transfer-Encoding: chunked\u0000");
    private static final List<String> LENGTHS = List.of(
            "+%d",
            "-%d",
            "0%d",
            "%d, %d",
            "%d,0",
            "%d.0",
            "0x%x",
            " %d ",
            "%d\r\nContent-Length: 0",
            "0\r\nContent-Length: %d",
            "%d;a",
            "9223372036854775807",
            "99999999999999999999",
            "",
            "a",
            "%d\u0000",
            "1_0");
    private static final List<String> CHUNKS = List.of(
            "0\r\n\r\n",
            "00000000\r\n\r\n",
            "0;a=b\r\n\r\n",
            "0\n\n",
            "-1\r\n\r\n",
            "0x0\r\n\r\n",
            "ffffffffffffffff\r\n",
            "7fffffff\r\n",
            " 0\r\n\r\n",
            "0 \r\n\r\n",
            "0\r\nX: y\r\n\r\n",
            "0;" + "a".repeat(9_000) + "\r\n\r\n",
            "g\r\n\r\n",
            "1\r\nab\r\n0\r\n\r\n");

    private final Requests requests;

    Smuggling(Requests requests) {
        this.requests = requests;
    }

    @Override
    public String name() {
        return "smuggling";
    }

    @Override
    public int weight() {
        return 10;
    }

    @Override
    public HostileRequest next(Random random) {
        boolean throughDoor = random.nextInt(4) > 0;
        String token = requests.stage().own().token();
        String path = requests.commandsPath(random);
        String outerId = Requests.uuid(random);
        String innerId = Requests.uuid(random);
        String inner = whole(throughDoor && random.nextBoolean(), path, token, requests.order(random, innerId));
        String order = requests.order(random, outerId);
        String head = requests.head(throughDoor, "POST", path, token);
        String text = switch (random.nextInt(5)) {
            // The length covers both, and the chunks end before the second.
            case 0, 1 -> {
                String body = CHUNKS.get(random.nextInt(CHUNKS.size())) + inner;
                yield head + encoding(random) + "\r\nContent-Length: %d\r\n\r\n".formatted(body.length()) + body;
            }
            // The chunks cover both, and the length ends before the second.
            case 2 -> {
                String chunk = "%s%s".formatted(order, inner);
                String body = "%x\r\n%s\r\n0\r\n\r\n".formatted(chunk.length(), chunk);
                yield head + "Content-Length: %d\r\n%s\r\n\r\n".formatted(order.length(), encoding(random)) + body;
            }
            case 3 -> head + "Content-Length: %s\r\n\r\n".formatted(length(random, order.length())) + order + inner;
            // Without any length.
            default -> head + encoding(random) + "\r\n\r\n" + CHUNKS.get(random.nextInt(CHUNKS.size())) + inner;
        };
        return HostileRequest.alone(throughDoor, text, List.of(outerId, innerId));
    }

    private static String encoding(Random random) {
        return ENCODINGS.get(random.nextInt(ENCODINGS.size()));
    }

    private static String length(Random random, int right) {
        return LENGTHS.get(random.nextInt(LENGTHS.size())).formatted(right, right);
    }

    private String whole(boolean throughDoor, String path, String token, String order) {
        return requests.head(throughDoor, "POST", path, token)
                + "Content-Length: %d\r\n\r\n".formatted(order.length())
                + order;
    }
}
