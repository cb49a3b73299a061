package dungeon.verification.fuzz.http;

import dungeon.verification.fuzz.bytes.HostileText;
import dungeon.verification.fuzz.tokens.HostileTokens;
import java.util.List;
import java.util.Random;

/** Headers that stand several times, over several lines, or with ends of lines in them; hosts and origins of others. */
final class HeaderTricks implements RequestKind {
    private static final List<String> HOSTS = List.of(
            "",
            "Host:\r\n",
            "Host: a\r\nHost: b\r\n",
            "Host: 127.0.0.1:1\r\n",
            "Host: evil.example\r\n",
            "Host: a b\r\n",
            "Host: [::1\r\n",
            "Host: [::1]:99999\r\n",
            "Host: 127.0.0.1:-1\r\n",
            "Host: a:b:c\r\n",
            "Host: a@b\r\n",
            "Host: a/b\r\n",
            "Host: a?b\r\n",
            "Host: %00\r\n",
            "Host: \u0000\r\n",
            "Host: é\r\n",
            " Host: a\r\n",
            "Host : a\r\n",
            "hOST: 127.0.0.1\r\n");
    private static final List<String> FORWARDED = List.of(
            "X-Forwarded-For: 127.0.0.1",
            "X-Forwarded-For: a, b, , c",
            "X-Forwarded-For: \u0000",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: javascript",
            "X-Forwarded-Prefix: //evil.example",
            "X-Forwarded-Port: 99999999",
            "Forwarded: for=\"[::1]\";host=evil.example",
            "X-Original-URL: /metrics",
            "X-Rewrite-URL: /metrics",
            "X-HTTP-Method-Override: DELETE",
            "Origin: null",
            "Origin: https://evil.example",
            "Origin: https://evil.example\r\nAccess-Control-Request-Method: POST",
            "Expect: 100-continue",
            "Expect: 200-maybe",
            "Upgrade: h2c\r\nHTTP2-Settings: AAAA\r\nConnection: Upgrade, HTTP2-Settings",
            "Upgrade: websocket\r\nConnection: Upgrade",
            "Connection: Authorization, Host",
            "Connection: keep-alive, close, keep-alive",
            "Content-Type: text/plain",
            "Content-Type: application/json; charset=utf-99",
            "Content-Type: application/json; charset=\"",
            "Content-Type: multipart/form-data",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Encoding: gzip",
            "Accept: ;;;q=",
            "Accept-Language: " + "a,".repeat(2_000),
            "Accept-Encoding: *;q=2",
            "Range: bytes=0-,-1,0-",
            "If-Modified-Since: yesterday",
            "If-None-Match: \"",
            "Cookie: a=\"b; c=" + "d".repeat(500),
            "Cookie: $Version=1; =; \u0001",
            "Last-Event-ID: -1",
            "Max-Forwards: -1",
            "Trailer: Authorization",
            "TE: trailers, chunked",
            "Via: " + "1.1 a, ".repeat(200));

    private static final int MANY = 400;
    private static final int LONG = 20_000;

    private final Requests requests;
    private final HostileTokens tokens;

    HeaderTricks(Requests requests, HostileTokens tokens) {
        this.requests = requests;
        this.tokens = tokens;
    }

    @Override
    public String name() {
        return "header-tricks";
    }

    @Override
    public int weight() {
        return 10;
    }

    @Override
    public HostileRequest next(Random random) {
        boolean throughDoor = random.nextBoolean();
        String commandId = Requests.uuid(random);
        String order = requests.order(random, commandId);
        String path = Requests.path(throughDoor, requests.commandsPath(random));
        String host = random.nextInt(3) == 0
                ? HOSTS.get(random.nextInt(HOSTS.size()))
                : "Host: %s\r\n".formatted(requests.host(throughDoor));
        String version = random.nextInt(8) == 0
                ? List.of("HTTP/1.0", "HTTP/2.0", "HTTP/9.9", "HTTP/1.1 ", "http/1.1", "HTTP/1", "ICY/1.1", "")
                        .get(random.nextInt(8))
                : "HTTP/1.1";
        String text = "POST %s %s\r\n%s%s%sContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(path, version, host, authorization(random), trick(random), order.length(), order);
        return HostileRequest.alone(throughDoor, text, List.of(commandId));
    }

    private String authorization(Random random) {
        String own = "Bearer " + requests.stage().own().token();
        String forged = "Bearer " + tokens.next(random).text();
        return switch (random.nextInt(9)) {
            case 0 -> "Authorization: %s\r\nAuthorization: %s\r\n".formatted(own, forged);
            case 1 -> "Authorization: %s\r\nAuthorization: %s\r\n".formatted(forged, own);
            case 2 -> "Authorization: %s, %s\r\n".formatted(own, forged);
            case 3 -> "Authorization:\r\n %s\r\n".formatted(own);
            case 4 -> "Authorization: %s\r\n\t%s\r\n".formatted(own, "more");
            case 5 -> "Authorization : %s\r\n".formatted(own);
            case 6 -> "Authorization: %s\n".formatted(own);
            case 7 -> "Authorization: Basic %s\r\n".formatted(own);
            default -> "Authorization: %s\r\n".formatted(own);
        };
    }

    private static String trick(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "%s: %s\r\n".formatted(HostileText.of(random), HostileText.of(random));
            case 1 -> "X-%d: y\r\n".formatted(random.nextInt()).repeat(random.nextInt(MANY));
            case 2 -> "X: %s\r\n".formatted("a".repeat(random.nextInt(LONG)));
            case 3 -> "\r\n";
            default -> FORWARDED.get(random.nextInt(FORWARDED.size())) + "\r\n";
        };
    }
}
