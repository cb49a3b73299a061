package dungeon.queries.lobby;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where the lobby is read: what follows its log, or a test. */
public interface LobbySource {
    /**
     * What was read so far.
     *
     * @throws dungeon.queries.views.NotAvailableException before the log is known
     */
    LobbyView view();

    /** Why the view does not contain all that had happened in the lobby at the start; empty if it does. */
    Optional<String> problem();

    /**
     * Completes when the view contains all that was in the log at this call; fails with a
     * {@link dungeon.queries.views.NotAvailableException} if that takes too long. What follows on it must run on another thread.
     */
    CompletableFuture<Void> upToNow(Duration timeout);
}
