package dungeon.queries.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.queries.transport.StreamPlaces.Refusal;
import dungeon.queries.transport.StreamPlaces.RefusedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamPlacesTest {
    private static final int MAXIMUM = 8;
    private static final int RESERVED_PERCENT = 25;
    private static final Client BOT = new Client("127.0.0.1", true, true);

    private final StreamPlaces places = new StreamPlaces(MAXIMUM, RESERVED_PERCENT, 3);

    @Test
    void oneAddressTakesABoundedNumber() throws Exception {
        take(3, watcher("10.0.0.1"));

        assertRefused(watcher("10.0.0.1"), Refusal.ADDRESS_FULL);
        assertRefused(new Client("10.0.0.1", true, false), Refusal.ADDRESS_FULL);
        take(1, watcher("10.0.0.2"));
    }

    @Test
    void botsLeavePlacesForThoseWhoWatch() throws Exception {
        take(6, BOT);

        assertRefused(BOT, Refusal.SHARE_FULL);
        take(2, watcher("10.0.0.1"));
        assertRefused(watcher("10.0.0.1"), Refusal.INSTANCE_FULL);
    }

    @Test
    void thoseWhoWatchLeavePlacesForBots() throws Exception {
        take(3, watcher("10.0.0.1"));
        take(3, watcher("10.0.0.2"));

        assertRefused(watcher("10.0.0.3"), Refusal.SHARE_FULL);
        take(2, BOT);
    }

    @Test
    void placesAreGivenBackOnce() throws Exception {
        List<Runnable> taken = take(3, watcher("10.0.0.1"));
        taken.get(0).run();
        taken.get(0).run();

        take(1, watcher("10.0.0.1"));
        assertRefused(watcher("10.0.0.1"), Refusal.ADDRESS_FULL);
    }

    private List<Runnable> take(int count, Client client) throws RefusedException {
        List<Runnable> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(places.take(client));
        }
        return taken;
    }

    private void assertRefused(Client client, Refusal refusal) {
        assertThatThrownBy(() -> places.take(client))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private static Client watcher(String address) {
        return new Client(address, false, false);
    }
}
