package dungeon.verification.fuzz.sockets;

import dungeon.verification.fuzz.bytes.HostileText;
import dungeon.verification.fuzz.bytes.Mutation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Upgrades from elsewhere, to elsewhere, and that are none. */
final class Handshakes implements ClientKind {
    private static final List<String> HEADERS = List.of(
            "Origin: null",
            "Origin: https://evil.example",
            "Origin: file://",
            "Origin: \u0000",
            "Origin: a\r\nOrigin: b",
            "Origin: http://127.0.0.1:1",
            "Host: evil.example",
            "Host: a\r\nHost: b",
            "Sec-WebSocket-Version: 99",
            "Sec-WebSocket-Key: short",
            "Sec-WebSocket-Key: " + "A".repeat(3_000),
            "Sec-WebSocket-Protocol: " + "a, ".repeat(900),
            "Sec-WebSocket-Protocol: \u0001",
            "Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=99",
            "Sec-WebSocket-Extensions: " + "x-a;b=c, ".repeat(300),
            "Sec-WebSocket-Extensions: ;;;",
            "Upgrade: h2c",
            "Connection: close",
            "Content-Length: 5",
            "Transfer-Encoding: chunked",
            "Cookie: session=forged",
            "Authorization: Bearer forged",
            "X-Forwarded-For: 10.0.0.1",
            "X-Forwarded-Host: evil.example",
            "Expect: 100-continue");
    private static final List<String> PATHS = List.of(
            "/games/%s/feed",
            "/games/%s/feed?from=%s",
            "/games/%s/feed?type=%s",
            "/games/%s/feed?playerId=%s",
            "/games/%s/feed?%s=1",
            "/games/%s/../%s/feed",
            "//games/%s/feed",
            "/games/%s/feed/",
            "/games/%s%%2ffeed",
            "/lobby/feed?from=%s",
            "/lobby/feed?%s",
            "/players/me/feed?%s",
            "/players/%s/feed",
            "/ingest/games/%s/feed",
            "/ingest/lobby/feed",
            "/history/%s/feed",
            "/games/%s/events");

    private final Upgrades upgrades;

    Handshakes(Upgrades upgrades) {
        this.upgrades = upgrades;
    }

    @Override
    public String name() {
        return "handshakes";
    }

    @Override
    public int weight() {
        return 10;
    }

    @Override
    public HostileClient next(Random random) {
        String id = random.nextBoolean()
                ? upgrades.stage().someGame(random)
                : URLEncoder.encode(HostileText.of(random), StandardCharsets.UTF_8);
        String value = URLEncoder.encode(HostileText.of(random), StandardCharsets.UTF_8);
        String path = PATHS.get(random.nextInt(PATHS.size())).formatted(id, value);
        String shortPath = path.substring(0, Math.min(path.length(), 3_000));
        String more = random.nextInt(3) == 0 ? "" : HEADERS.get(random.nextInt(HEADERS.size())) + "\r\n";
        String text = Upgrades.line(shortPath)
                + "Host: %s\r\n".formatted(upgrades.host())
                + (random.nextBoolean() ? Upgrades.upgrade(random) + more : more + Upgrades.upgrade(random))
                + "\r\n";
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return new HostileClient(random.nextInt(4) == 0 ? Mutation.of(bytes, random) : bytes, List.of(), false);
    }
}
