package dungeon.verification.fuzz.http;

import dungeon.verification.fuzz.bytes.HostileJson;
import dungeon.verification.fuzz.bytes.HostileText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Bent bodies and addresses for all routes of command-ingest that take a body, and for some that do not. */
final class OtherRoutes implements RequestKind {
    private static final List<String> METHODS =
            List.of("POST", "POST", "POST", "PUT", "DELETE", "PATCH", "GET", "HEAD", "OPTIONS");
    private static final String GAME =
            "{\"participantLimit\":2,\"durationMs\":60000,\"mapTypeId\":\"00000000-0000-4000-8000-000000000000\"}";
    private static final String MAP =
            "{\"name\":\"a\",\"description\":\"b\",\"width\":3,\"height\":3,\"layers\":[],\"contents\":[]}";

    private final Requests requests;

    OtherRoutes(Requests requests) {
        this.requests = requests;
    }

    @Override
    public String name() {
        return "other-routes";
    }

    @Override
    public int weight() {
        return 15;
    }

    @Override
    public HostileRequest next(Random random) {
        boolean throughDoor = random.nextInt(3) == 0;
        // None that there is: what a route sends by itself is counted by nobody.
        String gameId = random.nextInt(4) > 0
                ? Requests.uuid(random)
                : URLEncoder.encode(HostileText.of(random), StandardCharsets.UTF_8);
        String valid = "{\"playerName\":\"fuzz-%d\"}".formatted(random.nextInt(100));
        String path;
        switch (random.nextInt(10)) {
            case 0 -> path = "/players";
            case 1 -> path = "/auth/guest";
            case 2 -> path = "/auth/services/" + gameId;
            case 3 -> {
                path = "/games";
                valid = GAME;
            }
            case 4 -> {
                path = "/practice-games";
                valid = "{\"bots\":1,\"durationMs\":60000}";
            }
            case 5 -> {
                path = "/map-types";
                valid = MAP;
            }
            case 6 -> {
                path = "/matches";
                valid = "{\"seats\":2,\"durationMs\":60000,\"waitMs\":30000,\"bots\":\"MINER\"}";
            }
            case 7 -> path = "/map-types/" + gameId;
            case 8 ->
                path = "/games/%s/%s"
                        .formatted(
                                gameId, List.of("start", "end", "participants").get(random.nextInt(3)));
            default ->
                path = "/games/%s/commands?wait=%s"
                        .formatted(
                                requests.stage().someGame(random),
                                URLEncoder.encode(HostileText.of(random), StandardCharsets.UTF_8));
        }
        String method = METHODS.get(random.nextInt(METHODS.size()));
        byte[] body = HostileJson.of(valid, random);
        String token = random.nextInt(5) == 0 ? null : requests.stage().own().token();
        // What is longer than a request may be is for other kinds.
        String shortPath = path.length() > 4_000 ? path.substring(0, 4_000) : path;
        return HostileRequest.of(throughDoor, requests.head(throughDoor, method, shortPath, token), body, List.of());
    }
}
