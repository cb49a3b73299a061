package dungeon.players.connection;

import dungeon.players.game.Player;
import dungeon.players.game.Strategy;
import dungeon.schemas.Event;
import java.security.SecureRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A player of one game on the thread that calls it: brings its mind and its transport together. */
public final class Bot {
    private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

    /** How a transport comes about, which may have to ask the platform. */
    @FunctionalInterface
    public interface Connector {
        Transport connect() throws InterruptedException;
    }

    private final Credentials credentials;
    private final String gameId;
    private final Supplier<Strategy> strategies;
    private final Connector connector;

    /** A player that has not begun yet; each time it does, it has a strategy and a transport of its own. */
    public Bot(Credentials credentials, String gameId, Supplier<Strategy> strategies, Connector connector) {
        this.credentials = credentials;
        this.gameId = gameId;
        this.strategies = strategies;
        this.connector = connector;
    }

    /**
     * Joins if that is still to do, and plays until the game is over.
     *
     * @throws InterruptedException if the thread is to end
     * @throws RuntimeException if something went wrong; the bot can be started anew, and goes on where it was
     */
    public void play() throws InterruptedException {
        Player player = new Player(
                credentials.playerId(), credentials.playerName(), strategies.get(), new SecureRandom().nextLong());
        try (Transport transport = connector.connect()) {
            while (!player.isOver()) {
                for (Event event : transport.next()) {
                    player.learn(event);
                }
                if (transport.isLive()) {
                    transport.send(player.orders(System.currentTimeMillis()));
                }
            }
        }
        LOG.info("{} has played game {}", credentials.playerName(), gameId);
    }
}
