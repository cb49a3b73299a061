package dungeon.players.tictactoe;

import com.fasterxml.jackson.databind.JsonNode;

/** A room as one of its players sees it; learns from its events, in their order. For one thread. */
public final class RoomView {
    private final String playerId;
    private int round;
    private int move;
    private Cells cells = Cells.EMPTY;
    private boolean isMyTurn;
    private boolean isRoundOver;
    private boolean hasOffered;
    private boolean isClosed;

    /** Knows nothing yet. */
    public RoomView(String playerId) {
        this.playerId = playerId;
    }

    /** Takes an event, as the queries give it. */
    public void learn(JsonNode event) {
        switch (event.path("type").asText()) {
            case "RoundStarted" -> {
                round = event.path("round").asInt();
                move = 1;
                cells = Cells.EMPTY;
                isRoundOver = false;
                hasOffered = false;
                isMyTurn = event.path("xPlayerId").asText().equals(playerId);
            }
            case "MarkPlaced" -> {
                move = event.path("move").asInt() + 1;
                // Whoever has moved sees the board as the one who moves next.
                cells = cells.after(event.path("cell").asInt());
                isMyTurn = !event.path("playerId").asText().equals(playerId);
            }
            case "RoundEnded" -> {
                isRoundOver = true;
                isMyTurn = false;
            }
            case "RematchOffered" ->
                hasOffered |= event.path("playerId").asText().equals(playerId);
            case "RoomClosed" -> {
                isClosed = true;
                isMyTurn = false;
            }
            default -> {
                // Nothing that a player has to know to move.
            }
        }
    }

    /** The round, from 1; 0 before the first. */
    public int round() {
        return round;
    }

    /** The number of the next move, from 1. */
    public int move() {
        return move;
    }

    /** The board, as whoever moves next sees it. */
    public Cells cells() {
        return cells;
    }

    /** Whether the player has to move. */
    public boolean isMyTurn() {
        return isMyTurn;
    }

    /** Whether the round is over, and another one has not begun. */
    public boolean isRoundOver() {
        return isRoundOver;
    }

    /** Whether the player has asked for another round, and it has not begun. */
    public boolean hasOffered() {
        return hasOffered;
    }

    /** Whether nothing can happen in the room any more. */
    public boolean isClosed() {
        return isClosed;
    }
}
