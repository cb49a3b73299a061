package dungeon.queries.tictactoe;

/** What happens in a room: it waits for its second player, a round is played, a round is over, or it was closed. */
public enum RoomStage {
    WAITING,
    PLAYING,
    OVER,
    CLOSED
}
