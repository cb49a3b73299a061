package dungeon.verification.audit.model;

import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import dungeon.verification.audit.finding.Check;

/** A player's points. */
public final class Points {
    public static final int IN_CATEGORY_MAXIMUM = 400_000_000;

    private Points() {}

    /** Gives points, and compares with the score of the event, which has to have one. */
    public static void gain(Player player, ScoreCategory category, long points, Score found) {
        int before = player.points[Index.of(category)];
        int after = (int) Math.min(IN_CATEGORY_MAXIMUM, before + points);
        player.points[Index.of(category)] = after;
        Check.same("score", new Score(category, after - before, after, player.total()), found);
    }

    /** The same for an event that has a score only if points were gained. */
    public static void gainIfAny(Player player, ScoreCategory category, long points, Score found) {
        int before = player.points[Index.of(category)];
        if (Math.min(IN_CATEGORY_MAXIMUM, before + points) == before) {
            Check.same("score", null, found);
        } else {
            gain(player, category, points, found);
        }
    }
}
