package dungeon.schemas.serde;

import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Condition;
import dungeon.schemas.Direction;
import dungeon.schemas.Event;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.Tile;
import java.time.Instant;
import java.util.List;

/** Records for tests. */
final class Samples {
    static final String TOPIC = "dungeon.commands.v1";
    static final Instant TIME = Instant.parse("2026-01-31T12:00:00.250Z");

    private Samples() {}

    static Command command() {
        return new Command("c1", TIME, "g1", "p1", new MoveRobot("r1", Direction.NE));
    }

    static Event event() {
        Condition condition =
                new Condition(new Tile(3, 4), 10, 0, 17, 2500, TIME, TIME.plusSeconds(2), 1, TIME.plusSeconds(3));
        return new Event(
                "g1",
                7L,
                TIME,
                "c1",
                "p1",
                0,
                new RobotMoved("r1", new Tile(2, 3), condition, new Score(ScoreCategory.TRAVELLING, 2, 12, 30), null));
    }

    static Event rejection(int messageLength) {
        return new Event(
                "g1",
                8L,
                TIME,
                "c1",
                "p1",
                0,
                new CommandRejected(RejectionCode.MALFORMED, "x".repeat(messageLength), List.of()));
    }
}
