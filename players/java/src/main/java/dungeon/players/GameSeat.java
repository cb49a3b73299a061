package dungeon.players;

import dungeon.players.connection.Credentials;
import dungeon.players.connection.HttpTransport;
import dungeon.players.connection.KafkaTransport;
import dungeon.players.connection.Platform;
import dungeon.players.connection.Transport;
import dungeon.players.game.LeftGameException;
import dungeon.players.game.Player;
import dungeon.players.game.Strategy;
import dungeon.schemas.Event;
import java.security.SecureRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A player's place in a game. */
public final class GameSeat {
    private static final Logger LOG = LoggerFactory.getLogger(GameSeat.class);
    private static final long RESTART_PAUSE_MS = 2_000;

    private final Platform platform;
    private final Credentials credentials;
    private final String gameId;
    private final boolean overKafka;

    GameSeat(Platform platform, Credentials credentials, String gameId, boolean overKafka) {
        this.platform = platform;
        this.credentials = credentials;
        this.gameId = gameId;
        this.overKafka = overKafka;
    }

    /** UUID. */
    public String gameId() {
        return gameId;
    }

    /**
     * Joins the game if that is still to do, and plays it to its end. A strategy hears the events of the game once, so what
     * goes wrong ends this.
     *
     * @throws InterruptedException if the thread is interrupted, which is the way to stop early
     * @throws RuntimeException what the strategy throws, or why the platform was lost for good
     */
    public void play(Strategy strategy) throws InterruptedException {
        // Another seed each time, because commands of an earlier run have had their ids.
        Player player =
                new Player(credentials.playerId(), credentials.playerName(), strategy, new SecureRandom().nextLong());
        try (Transport transport = connect()) {
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

    /**
     * The same, but whatever goes wrong, a new strategy goes on from the game's events.
     *
     * @param strategies gives a new one each time
     * @throws LeftGameException if a strategy leaves the game
     */
    public void playOn(Supplier<Strategy> strategies) throws InterruptedException {
        while (true) {
            try {
                play(strategies.get());
                return;
            } catch (LeftGameException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warn("{} starts anew in game {}", credentials.playerName(), gameId, e);
            }
            Thread.sleep(RESTART_PAUSE_MS);
        }
    }

    private Transport connect() throws InterruptedException {
        return overKafka
                ? new KafkaTransport(credentials, gameId, platform.createdAt(gameId), platform.clientConfig())
                : new HttpTransport(credentials, gameId, platform);
    }
}
