package dungeon.verification.fuzz.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Requests that are in order, each with an id that its answer has to name: whoever reads another one reads what is not his. */
final class OwnAnswers implements RequestKind {
    private final Requests requests;

    OwnAnswers(Requests requests) {
        this.requests = requests;
    }

    @Override
    public String name() {
        return "own-answers";
    }

    @Override
    public int weight() {
        return 30;
    }

    @Override
    public HostileRequest next(Random random) {
        // Of no game that there is.
        String id = Requests.uuid(random);
        if (random.nextInt(3) > 0) {
            String head = "GET /games/%s HTTP/1.1\r\nHost: %s\r\n".formatted(id, requests.host(true));
            return HostileRequest.of(true, head, new byte[0], List.of())
                    .allowing("404")
                    .naming(id);
        }
        byte[] order = requests.order(random, Requests.uuid(random)).getBytes(StandardCharsets.UTF_8);
        String head = requests.head(random.nextBoolean(), "POST", "/games/%s/commands".formatted(id), null);
        return HostileRequest.of(head.contains("POST /ingest"), head, order, List.of())
                .allowing("401")
                .naming(id);
    }
}
