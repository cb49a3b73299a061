package dungeon.schemas.topics;

import dungeon.schemas.BuyRobots;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.CreateGame;
import dungeon.schemas.HouseBot;
import dungeon.schemas.RequestMatch;
import dungeon.schemas.RoomPlan;
import dungeon.schemas.SearchOpponent;
import java.util.Map;

/**
 * Between which values a number of a command must be, whatever the game is like.
 *
 * @param minimum the smallest that is allowed
 * @param maximum the largest that is allowed
 */
public record FieldBounds(long minimum, long maximum) {
    /** {@code BuyRobots.quantity}: as many as a player can have. */
    public static final FieldBounds QUANTITY = new FieldBounds(1, 100);
    /** {@code BuyUpgrade.levels}: as many as there are. */
    public static final FieldBounds LEVELS = new FieldBounds(1, 5);
    /** {@code CreateGame.participantLimit}: with 100 robots each, the robots of a game are 10,000. */
    public static final FieldBounds PARTICIPANT_LIMIT = new FieldBounds(1, 100);
    /** {@code CreateGame.durationMs}: 10 s to 24 h; the log keeps commands for a week. */
    public static final FieldBounds DURATION_MS = new FieldBounds(10_000, 24 * 3_600_000L);
    /** {@code RoomPlan.moveMs}: a second is lost on the way, and who thinks for more than ten minutes has left. */
    public static final FieldBounds MOVE_MS = new FieldBounds(1_000, 600_000);
    /** {@code RoomPlan.roundMs}: a second for each of five moves, and an hour for people who play by the way. */
    public static final FieldBounds ROUND_MS = new FieldBounds(5_000, 3_600_000);
    /** {@code SearchOpponent.botAfterMs}: whoever takes a bot does not wait for a person for longer than a minute. */
    public static final FieldBounds BOT_AFTER_MS = new FieldBounds(0, 60_000);
    /** {@code RequestMatch.seats}: for oneself alone there is practice, and no game has more players. */
    public static final FieldBounds SEATS = new FieldBounds(2, PARTICIPANT_LIMIT.maximum());
    /** {@code RequestMatch.durationMs}: as long as practice may take, because it takes the same room. */
    public static final FieldBounds MATCH_DURATION_MS = new FieldBounds(10_000, 3_600_000);
    /** {@code RequestMatch.waitMs}: nobody hears of a match and joins within less than ten seconds, or waits for longer than ten minutes. */
    public static final FieldBounds WAIT_MS = new FieldBounds(10_000, 600_000);
    /**
     * The same where bots are wanted: a place is kept for the opener for ten seconds, and then two instances of the bots have their turns of ten
     * seconds, so that one can be away.
     */
    public static final FieldBounds WAIT_WITH_BOTS_MS = new FieldBounds(30_000, WAIT_MS.maximum());
    /** The bytes of {@code CreateGame.seed}. */
    static final FieldBounds SEED_BYTES = new FieldBounds(32, 32);

    private static final Map<String, FieldBounds> BY_FIELD = Map.of(
            nameOf(BuyRobots.getClassSchema().getFullName(), "quantity"), QUANTITY,
            nameOf(BuyUpgrade.getClassSchema().getFullName(), "levels"), LEVELS,
            nameOf(CreateGame.getClassSchema().getFullName(), "participantLimit"), PARTICIPANT_LIMIT,
            nameOf(CreateGame.getClassSchema().getFullName(), "durationMs"), DURATION_MS,
            nameOf(RoomPlan.getClassSchema().getFullName(), "moveMs"), MOVE_MS,
            nameOf(RoomPlan.getClassSchema().getFullName(), "roundMs"), ROUND_MS,
            nameOf(SearchOpponent.getClassSchema().getFullName(), "botAfterMs"), BOT_AFTER_MS,
            nameOf(RequestMatch.getClassSchema().getFullName(), "seats"), SEATS,
            nameOf(RequestMatch.getClassSchema().getFullName(), "durationMs"), MATCH_DURATION_MS,
            nameOf(RequestMatch.getClassSchema().getFullName(), "waitMs"), WAIT_MS);

    /**
     * The bounds of a field.
     *
     * @param record the full name of the record
     * @return null if it has none but those of its type
     */
    public static FieldBounds of(String record, String field) {
        return BY_FIELD.get(nameOf(record, field));
    }

    /**
     * The bounds of {@code RequestMatch.waitMs}.
     *
     * @param bots which are wanted; null for none
     */
    public static FieldBounds ofWait(HouseBot bots) {
        return bots == null ? WAIT_MS : WAIT_WITH_BOTS_MS;
    }

    /** Whether a value is allowed. */
    public boolean contains(long value) {
        return value >= minimum && value <= maximum;
    }

    private static String nameOf(String record, String field) {
        return record + "." + field;
    }
}
