package dungeon.queries.lobby;

import dungeon.schemas.Pace;

/**
 * Where a search for an opponent stands.
 *
 * @param endsAtMs when it ends unless it is renewed, in ms since 1970; null until that is known, and once an opponent is found
 * @param isMatched whether an opponent is found
 * @param roomId the room, once it is known
 */
public record SearchSummary(
        String searchId, String playerId, Pace pace, Long endsAtMs, boolean isMatched, String roomId) {
    /** What is told of waiting comes too late for one that is matched. */
    SearchSummary endingAt(long ms) {
        return isMatched ? this : new SearchSummary(searchId, playerId, pace, ms, false, null);
    }

    SearchSummary matched() {
        return new SearchSummary(searchId, playerId, pace, null, true, roomId);
    }

    SearchSummary in(String room) {
        return new SearchSummary(searchId, playerId, pace, null, true, room);
    }
}
