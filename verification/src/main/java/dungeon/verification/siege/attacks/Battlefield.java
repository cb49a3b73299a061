package dungeon.verification.siege.attacks;

import dungeon.players.connection.Platform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * What hostile players know and have.
 *
 * @param platform under siege
 * @param records what they write to Kafka, and what comes of it
 * @param honestGames games of others that run all the time
 * @param registry whether the schema registry answers at the moment
 */
public record Battlefield(Platform platform, KafkaRecords records, List<String> honestGames, Registry registry) {
    private static final int ADDRESSES_EACH = 3;

    /** The state of the schema registry. */
    @FunctionalInterface
    public interface Registry {
        boolean isFrozen();
    }

    /**
     * The addresses of one kind of hostile player: 127.net.kind.1 and the next.
     *
     * @param net 0 to 250
     * @param kind its number, 1 to 250
     */
    static HttpFrom http(int net, int kind) {
        List<InetAddress> addresses = new ArrayList<>();
        try {
            for (int i = 1; i <= ADDRESSES_EACH; i++) {
                addresses.add(InetAddress.getByAddress(new byte[] {127, (byte) net, (byte) kind, (byte) i}));
            }
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
        return new HttpFrom(addresses);
    }

    /** Registers some guests. */
    List<Guest> guests(HttpFrom http, int count) throws IOException, InterruptedException {
        List<Guest> guests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            guests.add(Guest.register(http, platform.ingestUrl()));
        }
        return guests;
    }

    String ingest(String path) {
        return platform.ingestUrl() + path;
    }
}
