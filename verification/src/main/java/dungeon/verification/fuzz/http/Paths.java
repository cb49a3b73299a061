package dungeon.verification.fuzz.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Paths that lead somewhere else than they look, to both servers and through the one door. */
final class Paths implements RequestKind {
    private static final List<String> PIECES = List.of(
            "..",
            ".",
            "",
            "%2e%2e",
            "%2e",
            "..%2f",
            "%2f",
            "%252f",
            "%252e%252e",
            "%5c",
            "\\",
            "..\\",
            "..;",
            ";a=b",
            "%3b",
            "%00",
            "%0d%0a",
            "%0d%0aHost:%20x",
            "%0a",
            "%09",
            "%20",
            "%7f",
            "%c0%ae",
            "%c0%af",
            "%e2%80%ae",
            "%ff",
            "%",
            "%2",
            "%zz",
            "%u002e",
            "?",
            "#",
            "%23",
            "%3f",
            "@",
            ":",
            "*",
            "~",
            "{}",
            "|",
            "<",
            "\"",
            "é",
            "%f0%9f%91%a9",
            "ingest",
            "INGEST",
            "Ingest",
            "history",
            "metrics",
            "games",
            "health",
            "auth",
            "guest",
            "error",
            "actuator",
            "WEB-INF",
            "META-INF",
            ".well-known",
            "jwks.json",
            "favicon.ico",
            "__proto__");
    private static final List<String> STARTS = List.of(
            "/ingest/",
            "/ingest/",
            "/ingest",
            "/",
            "//",
            "/./",
            "/../",
            "//ingest/",
            "/ingest//",
            "/%69ngest/",
            "/ingest/../",
            "/ingest/%2e%2e/",
            "/history/",
            "/analytics/",
            "\\",
            "",
            "/ingest%2f",
            "/ingest;x=y/",
            "/ingest/games/");
    private static final List<String> METHODS = List.of(
            "GET",
            "GET",
            "GET",
            "POST",
            "HEAD",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "PROPFIND",
            "get",
            "GET\tX",
            "A".repeat(300));
    private static final int PIECES_MAXIMUM = 5;
    private static final int LONG = 9_000;

    private final Requests requests;

    Paths(Requests requests) {
        this.requests = requests;
    }

    @Override
    public String name() {
        return "paths";
    }

    @Override
    public int weight() {
        return 15;
    }

    @Override
    public HostileRequest next(Random random) {
        boolean throughDoor = random.nextInt(4) > 0;
        StringBuilder target = new StringBuilder(STARTS.get(random.nextInt(STARTS.size())));
        for (int i = random.nextInt(PIECES_MAXIMUM); i >= 0; i--) {
            target.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextBoolean() ? "/" : "");
        }
        if (random.nextInt(30) == 0) {
            target.append("a".repeat(random.nextInt(LONG)));
        }
        String absolute = switch (random.nextInt(12)) {
            case 0 -> "http://%s%s".formatted(requests.host(throughDoor), target);
            case 1 -> "http://127.0.0.1:1%s".formatted(target);
            case 2 -> "http://user:secret@%s%s".formatted(requests.host(throughDoor), target);
            case 3 -> "https://%s".formatted(target);
            default -> target.toString();
        };
        String text = "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                .formatted(METHODS.get(random.nextInt(METHODS.size())), absolute, requests.host(throughDoor));
        return new HostileRequest(throughDoor, text.getBytes(StandardCharsets.UTF_8), true, List.of(), "", "");
    }
}
