package dungeon.history.queries;

/**
 * A table of events.
 *
 * @param table its name
 * @param idColumn the column with the id of what an event is about
 * @param idField what that is called everywhere else
 * @param last the type of the event behind which everything is over
 */
public record EventLog(String table, String idColumn, String idField, String last) {
    public static final EventLog GAMES = new EventLog("events", "game_id", "gameId", "GameEnded");
    public static final EventLog ROOMS = new EventLog("room_events", "room_id", "roomId", "RoomClosed");
}
