package dungeon.verification.siege.attacks;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Sends bodies with as many faults as fit in, so that the answer costs more than the question. */
final class FaultBombs extends Attack {
    private static final int GUESTS = 4;
    private static final int WRONG_TILES = 400_000;
    private static final int DEPTH = 400_000;
    private static final int WRONG_COMMANDS = 1_000;

    private final byte[] wrongTiles = bytes("""
            {"name":"bomb","description":"","width":10,"height":8,"defaultGravity":"LIGHT","blackHoleDestruction":0,\
            "gravity":[{"area":{"tiles":[0%s]},"level":"LIGHT"}],"structure":[],"contents":[],"discoveries":[]}""".formatted(",0".repeat(WRONG_TILES - 1)));
    private final byte[] deepArrays = bytes("[".repeat(DEPTH) + "]".repeat(DEPTH));
    private final byte[] deepObjects = bytes("{\"a\":".repeat(DEPTH / 2) + "0" + "}".repeat(DEPTH / 2));
    private final byte[] wrongCommands = bytes(
            "[{\"type\":\"MoveRobot\"}" + ",{\"type\":\"BuyRobots\",\"x\":[{}]}".repeat(WRONG_COMMANDS - 1) + "]");

    FaultBombs(Battlefield field, HttpFrom http) {
        super(
                new Kind(
                        "fault bombs",
                        "400,000 wrong tiles, nesting 400,000 deep, 1,000 wrong commands by turns",
                        120,
                        false),
                field,
                http,
                GUESTS);
    }

    @Override
    public void attempt(Random random) {
        long count = nextTry();
        String token = guest(count).token();
        String commands =
                field.ingest("/games/%s/commands".formatted(field.honestGames().get(0)));
        Answer answer = switch ((int) (count % 4)) {
            case 0 -> http.post(field.ingest("/map-types"), token, wrongTiles);
            case 1 -> http.post(commands, token, deepArrays);
            case 2 -> http.post(field.ingest("/practice-games"), token, deepObjects);
            default -> http.post(commands, token, wrongCommands);
        };
        tally.answered(answer, true);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
