package dungeon.tictactoe.decide;

import java.time.Duration;

/** How long things take in a room, and how much there can be of them. */
final class TicTacToeLimits {
    /** Whoever opens a room does not wait for longer. */
    static final Duration WAITING_MAXIMUM = Duration.ofMinutes(10);

    /** How long the two can make up their minds about another round. */
    static final Duration REMATCH_WITHIN = Duration.ofMinutes(2);

    /** After so long without a connection the win is offered to the other; a phone that changes its network is back in ten seconds. */
    static final Duration GONE_MAXIMUM = Duration.ofSeconds(30);

    /** An evening of two people: some 1,200 events, besides what is refused and who was gone. */
    static final int ROUNDS_MAXIMUM = 100;

    /** As often can each of the two be gone in a room; each time is two events. */
    static final int DEPARTURES_MAXIMUM = 100;

    /** The longest subject of the lobby is that of a map type. */
    static final int SUBJECT_LENGTH_MAXIMUM = 45;

    private TicTacToeLimits() {}
}
