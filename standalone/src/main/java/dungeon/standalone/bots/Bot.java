package dungeon.standalone.bots;

import dungeon.schemas.Event;
import dungeon.standalone.bots.player.Player;
import java.security.SecureRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A player of one game on a thread of its own: brings its mind and its transport together. */
final class Bot {
    private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

    private final BotIdentity identity;
    private final String gameId;
    private final Supplier<Transport> transports;

    Bot(BotIdentity identity, String gameId, Supplier<Transport> transports) {
        this.identity = identity;
        this.gameId = gameId;
        this.transports = transports;
    }

    /**
     * Joins if that is still to do, and plays until the game is over.
     *
     * @throws InterruptedException if the thread is to end
     * @throws RuntimeException if something went wrong; the bot can be started anew, and goes on where it was
     */
    void play() throws InterruptedException {
        Player player = new Player(
                identity.playerId(),
                identity.playerName(),
                identity.kind().temper().create(),
                new SecureRandom().nextLong());
        try (Transport transport = transports.get()) {
            while (!player.isOver()) {
                for (Event event : transport.next()) {
                    player.learn(event);
                }
                if (transport.isLive()) {
                    transport.send(player.orders(System.currentTimeMillis()));
                }
            }
        }
        LOG.info("{} has played game {}", identity.playerName(), gameId);
    }
}
