package dungeon.players.practice;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.platform.envelope.Ids;
import dungeon.players.bots.BotKind;
import dungeon.schemas.GameCreated;
import dungeon.schemas.HouseBot;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A game that wants bots of the house: a practice game from its creation on, and a match that a player has opened shortly before it stops
 * waiting for people.
 *
 * @param gameId UUID with the time of its creation
 * @param owner the player whose practice it is; null for a match
 * @param places how many others than the owner can join
 * @param fromMs when bots may come, in ms since 1970
 * @param untilMs after which none comes any more, in ms since 1970
 * @param kind which bots
 */
record BotWish(String gameId, String owner, int places, long fromMs, long untilMs, HouseBot kind) {
    /**
     * What a game wants, as the queries tell it.
     *
     * @return null if it wants no bots
     */
    static BotWish of(String gameId, JsonNode game) {
        int limit = game.path("participantLimit").asInt();
        String owner = game.path("practiceFor").textValue();
        if (owner != null) {
            return ofPractice(gameId, owner, limit);
        }
        String bots = game.path("match").path("bots").textValue();
        String expiresAt = game.path("expiresAt").textValue();
        return bots == null || expiresAt == null
                ? null
                : ofMatch(gameId, limit, Instant.parse(expiresAt), kindOf(bots));
    }

    /**
     * The same, as the game's own log tells it.
     *
     * @return null if it wants no bots
     */
    static BotWish of(String gameId, GameCreated created) {
        if (created.getPracticeFor() != null) {
            return ofPractice(gameId, created.getPracticeFor(), created.getParticipantLimit());
        }
        return created.getMatch() == null || created.getMatch().getBots() == null
                ? null
                : ofMatch(
                        gameId,
                        created.getParticipantLimit(),
                        created.getExpiresAt(),
                        created.getMatch().getBots());
    }

    private static BotWish ofPractice(String gameId, String owner, int limit) {
        return limit < 2
                ? null
                : new BotWish(gameId, owner, limit - 1, Ids.timeMsOf(gameId), Long.MAX_VALUE, HouseBot.MIXED);
    }

    private static BotWish ofMatch(String gameId, int limit, Instant expiresAt, HouseBot kind) {
        long fromMs = expiresAt.minus(PracticeLimits.BOTS_BEFORE_START).toEpochMilli();
        long untilMs = expiresAt.plus(PracticeLimits.CLOCKS_APART).toEpochMilli();
        return new BotWish(gameId, null, limit, Math.max(fromMs, Ids.timeMsOf(gameId)), untilMs, kind);
    }

    /** What a newer build calls otherwise is played by all kinds. */
    private static HouseBot kindOf(String bots) {
        return Arrays.stream(HouseBot.values())
                .filter(each -> each.name().equals(bots))
                .findFirst()
                .orElse(HouseBot.MIXED);
    }

    boolean isMatch() {
        return owner == null;
    }

    /** Whether an instance may take the game now. */
    boolean isDue(Turn turn, long nowMs) {
        // Whose clock is behind may take part in practice early, but people would miss the seats of a match.
        return (!isMatch() || nowMs >= fromMs) && !isOver(nowMs) && turn.isNow(gameId, fromMs, nowMs);
    }

    /** Whether it is too late for bots: a match has stopped waiting. */
    boolean isOver(long nowMs) {
        return nowMs > untilMs;
    }

    /**
     * Whether there is somebody to play with. Nobody has to come to a match, and bots do not play one alone; whoever practises has a place.
     *
     * @param people how many have joined who are no bots
     */
    boolean hasPeople(int people) {
        return !isMatch() || people > 0;
    }

    /**
     * The bots that it wants.
     *
     * @param taken how many have joined besides the owner
     */
    List<BotKind> bots(int taken) {
        // In practice a place is kept for the owner, and others take it from the bots as they come.
        int wanted = isMatch() ? places - taken : places;
        return BotKind.overHttp(kind, Math.min(wanted, PracticeLimits.BOTS_MAXIMUM));
    }
}
