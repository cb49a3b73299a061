package dungeon.players.practice;

import java.time.Duration;

/** How much is played and remembered here at most, however many practice games there are. */
public final class PracticeLimits {
    /** Games at a time, if no other number is set: 144 bots follow their games, and the queries let an address follow 200. */
    public static final int GAMES_MAXIMUM = 16;

    /** In a game, as the lobby grants them. */
    static final int BOTS_MAXIMUM = 9;

    /** Games that want bots and have none yet; the ones above it are found in the next list. */
    static final int OPEN_GAMES_MAXIMUM = 1_000;

    /** Games that are known to want nobody from here. */
    static final int SETTLED_GAMES_MAXIMUM = 2_000;

    /** Of a message of the lobby's feed, which gathers 64 KB of events. */
    static final int MESSAGE_CHARACTERS_MAXIMUM = 1_048_576;

    /** Messages of the feed that wait here; further ones wait at the queries. */
    static final int MESSAGES_MAXIMUM = 100;

    /** Two turns: where the first instance is away, another one comes before a match stops waiting. */
    static final Duration BOTS_BEFORE_START = Duration.ofSeconds(20);

    /** A match has stopped waiting by the broker's clock, and not by that of an instance of the bots. */
    static final Duration CLOCKS_APART = Duration.ofSeconds(1);

    /** Of the games at a time, matches that players have opened may be one in so many, so that others can practise meanwhile. */
    static final int MATCHES_ONE_IN = 2;

    /** Between two lists of the open games, which bring what the feed did not. */
    static final Duration LIST_EVERY = Duration.ofSeconds(10);

    /** The feed shows that it is alive every 10 s. */
    static final Duration SILENCE_MAXIMUM = Duration.ofSeconds(30);

    /** How long each instance has its turn to take a game, if nothing else is set: a bot registers, reads the game's log and joins in half of it. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private PracticeLimits() {}
}
