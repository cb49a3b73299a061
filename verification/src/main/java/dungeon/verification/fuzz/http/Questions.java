package dungeon.verification.fuzz.http;

import dungeon.verification.fuzz.bytes.HostileText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Questions to the queries with hostile ids and parameters. */
final class Questions implements RequestKind {
    private static final List<String> ROUTES = List.of(
            "/games",
            "/games/{}",
            "/games/{}/map",
            "/games/{}/robots",
            "/games/{}/robots/{}",
            "/games/{}/mines",
            "/games/{}/accounts/{}",
            "/games/{}/scoreboard",
            "/games/{}/snapshot",
            "/games/{}/events",
            "/games/{}/events/place",
            "/games/{}/log",
            "/games/{}/feed",
            "/players/{}",
            "/map-types",
            "/map-types/{}",
            "/lobby/feed",
            "/players/me/feed",
            "/openapi.json",
            "/asyncapi.json",
            "/metrics",
            "/health/ready",
            "/history/games/{}",
            "/analytics/activity",
            "/{}",
            "/",
            "/assets/{}");
    private static final List<String> PARAMETERS = List.of(
            "from",
            "limit",
            "next",
            "after",
            "atLeast",
            "playerId",
            "robotId",
            "type",
            "state",
            "page",
            "x",
            "to",
            "before");
    private static final List<String> NUMBERS =
            List.of("0", "1", "-1", "9223372036854775807", "99999999999999999999", "1.5", "0x10", " 1");
    /** Of a request line that may be long. */
    private static final int LENGTH_MAXIMUM = 5_000;

    private final Requests requests;

    Questions(Requests requests) {
        this.requests = requests;
    }

    @Override
    public String name() {
        return "questions";
    }

    @Override
    public int weight() {
        return 15;
    }

    @Override
    public HostileRequest next(Random random) {
        StringBuilder path = new StringBuilder(ROUTES.get(random.nextInt(ROUTES.size())));
        for (int at = path.indexOf("{}"); at >= 0; at = path.indexOf("{}")) {
            path.replace(at, at + 2, encoded(id(random)));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            path.append(path.indexOf("?") < 0 ? '?' : '&')
                    .append(PARAMETERS.get(random.nextInt(PARAMETERS.size())))
                    .append('=')
                    .append(encoded(random.nextInt(3) == 0 ? id(random) : NUMBERS.get(random.nextInt(NUMBERS.size()))));
        }
        String line = path.substring(0, Math.min(path.length(), LENGTH_MAXIMUM));
        String head = "%s %s HTTP/1.1\r\nHost: %s\r\n"
                .formatted(random.nextInt(9) == 0 ? "HEAD" : "GET", line, requests.host(true));
        return HostileRequest.of(true, head, new byte[0], List.of());
    }

    private String id(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> requests.stage().someGame(random);
            case 1 -> Requests.uuid(random);
            default -> HostileText.of(random);
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
