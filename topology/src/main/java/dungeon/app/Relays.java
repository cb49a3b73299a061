package dungeon.app;

import dungeon.platform.core.Chance;
import dungeon.platform.streams.ContextModule;
import dungeon.platform.streams.EventRelay;
import dungeon.platform.streams.RelayPolicy;
import dungeon.platform.streams.admission.RemoteKeys;
import dungeon.platform.streams.admission.ServiceToken;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What carries effects from the contexts of an application to others. */
final class Relays implements AutoCloseable {
    private static final String PREFIX = "dungeon-relay-";

    private final List<EventRelay<?, ?>> relays = new ArrayList<>();

    /**
     * Those that read the events of the contexts that are configured.
     *
     * @param keys of the ingest, without which a token of a relay is fetched anew
     */
    Relays(TopologyConfig config, RemoteKeys keys) {
        SecureRandom chance = new SecureRandom();
        if (config.contexts().contains(Contexts.LOBBY)) {
            ServiceToken token = tokenOf(config, Contexts.LOBBY, keys);
            add(config, "lobby-robots", Contexts.LOBBY, Contexts.ROBOTS, new GrantedGames(() -> seed(chance)), token);
            add(config, "lobby-tictactoe", Contexts.LOBBY, Contexts.TICTACTOE, new GrantedRooms(), token);
            add(config, "lobby-lobby", Contexts.LOBBY, Contexts.LOBBY, new Matchmaking(), token);
        }
        if (config.contexts().contains(Contexts.ROBOTS)) {
            ServiceToken token = tokenOf(config, Contexts.ROBOTS, keys);
            add(config, "robots-lobby", Contexts.ROBOTS, Contexts.LOBBY, new ReportedGames(), token);
        }
        if (config.contexts().contains(Contexts.TICTACTOE)) {
            ServiceToken token = tokenOf(config, Contexts.TICTACTOE, keys);
            add(config, "tictactoe-lobby", Contexts.TICTACTOE, Contexts.LOBBY, new ReportedRooms(), token);
        }
    }

    private <E extends SpecificRecord, C extends SpecificRecord> void add(
            TopologyConfig config,
            String name,
            ContextModule<?, E> source,
            ContextModule<C, ?> target,
            RelayPolicy<E> policy,
            ServiceToken token) {
        relays.add(new EventRelay<>(PREFIX + name, source, target, policy, token, config.clientConfig()));
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
