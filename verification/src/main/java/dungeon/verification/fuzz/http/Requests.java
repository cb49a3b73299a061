package dungeon.verification.fuzz.http;

import dungeon.verification.fuzz.cases.Stage;
import java.util.Random;
import java.util.UUID;

/** Requests as they should be, which are then bent. */
final class Requests {
    private static final String INGEST = "/ingest";

    private final Stage stage;

    Requests(Stage stage) {
        this.stage = stage;
    }

    Stage stage() {
        return stage;
    }

    static String uuid(Random random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** Where a path of command-ingest is found. */
    static String path(boolean throughDoor, String path) {
        return throughDoor ? INGEST + path : path;
    }

    /** The beginning of a request, without the length of its body. */
    String head(boolean throughDoor, String method, String path, String token) {
        return "%s %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\n%s"
                .formatted(
                        method,
                        path(throughDoor, path),
                        host(throughDoor),
                        token == null ? "" : "Authorization: Bearer %s\r\n".formatted(token));
    }

    String host(boolean throughDoor) {
        String url =
                throughDoor ? stage.platform().queriesUrl() : stage.platform().ingestUrl();
        return url.substring("http://".length());
    }

    String commandsPath(Random random) {
        return "/games/%s/commands".formatted(stage.someGame(random));
    }

    /** An order that is in order. */
    String order(Random random, String commandId) {
        String robotId = stage.robotIds().get(random.nextInt(stage.robotIds().size()));
        String order = switch (random.nextInt(6)) {
            case 0 -> "\"type\":\"BuyRobots\",\"quantity\":1";
            case 1 -> "\"type\":\"ClearQueue\",\"robotId\":\"%s\"".formatted(robotId);
            case 2 -> "\"type\":\"StartMining\",\"robotId\":\"%s\",\"mine\":{\"x\":1,\"y\":1}".formatted(robotId);
            case 3 ->
                "\"type\":\"BuyUpgrade\",\"robotId\":\"%s\",\"upgrade\":\"STORAGE\",\"levels\":1".formatted(robotId);
            default -> "\"type\":\"MoveRobot\",\"robotId\":\"%s\",\"direction\":\"N\"".formatted(robotId);
        };
        return "{\"commandId\":\"%s\",%s}".formatted(commandId, order);
    }
}
