package dungeon.standalone.machine;

import dungeon.players.connection.Credentials;
import dungeon.players.connection.TokenLogin;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;

/** Whether brokers let players in already, which is some moments after command-ingest can be asked for its keys. */
public final class PlayerLogins {
    private PlayerLogins() {}

    /**
     * Returns when they do.
     *
     * @param platform the settings of every client of a player
     * @param token that holds
     * @throws IllegalStateException if they do not in time; the message has what they say
     */
    public static void await(Map<String, Object> platform, String token, Duration maximum) throws InterruptedException {
        Map<String, Object> player = TokenLogin.as(new Credentials("", "", token), platform);
        AtomicReference<Throwable> refusal = new AtomicReference<>();
        if (!Waiting.until(() -> isLetIn(player, refusal), maximum)) {
            throw new IllegalStateException(
                    "Players cannot log in to the brokers at %s: %s"
                            .formatted(
                                    platform.get("bootstrap.servers"),
                                    refusal.get().getMessage()),
                    refusal.get());
        }
    }

    private static boolean isLetIn(Map<String, Object> player, AtomicReference<Throwable> refusal)
            throws InterruptedException {
        try (Admin admin = Admin.create(player)) {
            admin.describeCluster().nodes().get();
            return true;
        } catch (ExecutionException e) {
            refusal.set(e.getCause());
            return false;
        }
    }
}
