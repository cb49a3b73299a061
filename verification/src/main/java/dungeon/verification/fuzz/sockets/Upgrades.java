package dungeon.verification.fuzz.sockets;

import dungeon.verification.fuzz.cases.Stage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/** Requests for a feed as they should be. */
final class Upgrades {
    private static final int KEY_BYTES = 16;

    private final Stage stage;

    Upgrades(Stage stage) {
        this.stage = stage;
    }

    Stage stage() {
        return stage;
    }

    String host() {
        return stage.platform().queriesUrl().substring("http://".length());
    }

    /** The whole request. */
    byte[] to(String path, Random random) {
        return (line(path) + "Host: %s\r\n".formatted(host()) + upgrade(random) + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    static String line(String path) {
        return "GET %s HTTP/1.1\r\n".formatted(path);
    }

    static String upgrade(Random random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: %s\r\n"
                .formatted(Base64.getEncoder().encodeToString(key));
    }
}
