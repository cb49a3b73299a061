package dungeon.app;

import dungeon.platform.core.Chance;
import dungeon.platform.streams.ContextModule;
import dungeon.platform.streams.EventRelay;
import dungeon.platform.streams.admission.RemoteKeys;
import dungeon.platform.streams.admission.ServiceToken;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What carries effects from the contexts of an application to others. */
final class Relays implements AutoCloseable {
    private final List<EventRelay<?, ?>> relays = new ArrayList<>();

    /**
     * Those that read the events of the contexts that are configured.
     *
     * @param keys of the ingest, without which a token of a relay is fetched anew
     */
    Relays(TopologyConfig config, RemoteKeys keys) {
        SecureRandom chance = new SecureRandom();
        if (config.contexts().contains(Contexts.LOBBY)) {
            relays.add(new EventRelay<>(
                    "dungeon-relay-lobby-robots",
                    Contexts.LOBBY,
                    Contexts.ROBOTS,
                    new GrantedGames(() -> seed(chance)),
                    tokenOf(config, Contexts.LOBBY, keys),
                    config.clientConfig()));
        }
        if (config.contexts().contains(Contexts.ROBOTS)) {
            relays.add(new EventRelay<>(
                    "dungeon-relay-robots-lobby",
                    Contexts.ROBOTS,
                    Contexts.LOBBY,
                    new ReportedGames(),
                    tokenOf(config, Contexts.ROBOTS, keys),
                    config.clientConfig()));
        }
    }

    private static ServiceToken tokenOf(TopologyConfig config, ContextModule<?, ?> context, RemoteKeys keys) {
        return new ServiceToken(
                config.serviceTokenUrl().resolve(context.name()),
                config.administratorTokenFile(),
                config.stateDir().resolve("service-token-" + context.name()),
                keys::lack,
                Clock.systemUTC());
    }

    private static ByteBuffer seed(SecureRandom chance) {
        byte[] seed = new byte[Chance.SEED_BYTES];
        chance.nextBytes(seed);
        return ByteBuffer.wrap(seed);
    }

    void start() {
        relays.forEach(EventRelay::start);
    }

    @Override
    public void close() {
        relays.forEach(EventRelay::close);
    }
}
