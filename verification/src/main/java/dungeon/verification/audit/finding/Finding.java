package dungeon.verification.audit.finding;

/**
 * The first event of a game that breaks a promise.
 *
 * @param gameId the game
 * @param sequence the event's sequence; 0 for a rejection that stands outside the sequence
 * @param event the kind of the event, such as {@code RobotMoved}
 * @param what which value or promise it is about
 * @param expected what it should be, by the events before
 * @param found what it is
 */
public record Finding(String gameId, long sequence, String event, String what, String expected, String found) {
    @Override
    public String toString() {
        return "game %s, event %d (%s): %s: expected %s, found %s"
                .formatted(gameId, sequence, event, what, expected, found);
    }
}
