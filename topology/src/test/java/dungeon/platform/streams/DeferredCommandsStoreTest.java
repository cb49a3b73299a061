package dungeon.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.AuthenticatedCommand;
import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Principal;
import dungeon.platform.core.state.AggregateIds;
import dungeon.schemas.CreateMapType;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.maps.ShippedMaps;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where commands wait; that they do, and what comes of it: {@link DeferredCommandsTest}. */
class DeferredCommandsStoreTest {
    private static final String PLAYER = "00000000-0000-4000-8000-00000000000a";
    private KeyValueStore<Bytes, byte[]> store;
    private DeferredCommands<LobbyCommand> deferred;

    @BeforeEach
    void openStore() {
        MockProcessorContext<Object, Object> context = new MockProcessorContext<>();
        store = StoreFactory.IN_MEMORY
                .store("lobby-state", false)
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        store.put(Bytes.wrap(new byte[] {StoreLayout.DEFERRED_CODE - 1, 'a', 0}), new byte[] {4});
        restart();
    }

    @Test
    void commandsComeBackAsTheyWereWhoeverSentThem() {
        List<Principal> senders = List.of(
                Principal.player(PLAYER, "Ann"),
                Principal.registrar(PLAYER, "Ann"),
                Principal.administrator(),
                Principal.service("robots"),
                Principal.unknown("The token has expired"));
        for (int i = 0; i < senders.size(); i++) {
            deferred.addLast("a", arrived(senders.get(i), i, new RegisterPlayer("n" + i)));
        }
        restart();

        for (int i = 0; i < senders.size(); i++) {
            assertThat(deferred.first("a")).isEqualTo(arrived(senders.get(i), i, new RegisterPlayer("n" + i)));
            assertThat(deferred.first("a")).as("until it is removed").isEqualTo(deferred.first("a"));
            deferred.removeFirst("a");
        }
        assertThat(deferred.isEmpty()).isTrue();
        assertThat(records()).isEqualTo(1);
    }

    @Test
    void aLargeCommandComesBackWhole() {
        AuthenticatedCommand<LobbyCommand> large = arrived(
                Principal.player(PLAYER, "Ann"), 7, new CreateMapType(PLAYER, ShippedMaps.read(ShippedMaps.EXAMPLE)));
        deferred.addLast("map-type:" + PLAYER, large);
        restart();

        assertThat(deferred.first("map-type:" + PLAYER)).isEqualTo(large);
    }

    @Test
    void theOrderIsThatInWhichTheyCameForEachAggregateAndTheOldestGoesFirst() {
        deferred.addLast("b", arrived(Principal.administrator(), 20, new RegisterPlayer("b1")));
        deferred.addLast("a", arrived(Principal.administrator(), 30, new RegisterPlayer("a1")));
        // The broker's clock has stepped back.
        deferred.addLast("b", arrived(Principal.administrator(), 10, new RegisterPlayer("b2")));
        for (int i = 0; i < 300; i++) {
            deferred.addLast("c", arrived(Principal.administrator(), 40 + i, new RegisterPlayer("c" + i)));
        }

        for (int round = 0; round < 2; round++) {
            assertThat(deferred.oldest()).isEqualTo("b");
            assertThat(deferred.oldestTimeMs()).isEqualTo(20);
            assertThat(deferred.first("b").command().getPayload()).isEqualTo(new RegisterPlayer("b1"));
            restart();
        }
        deferred.removeFirst("b");
        assertThat(deferred.oldestTimeMs()).isEqualTo(10);
        assertThat(deferred.holdUp("b")).isTrue();
        deferred.removeFirst("b");
        assertThat(deferred.holdUp("b")).isFalse();
        assertThat(deferred.oldest()).isEqualTo("a");
        deferred.removeFirst("a");
        for (int i = 0; i < 300; i++) {
            assertThat(deferred.first("c").command().getPayload()).isEqualTo(new RegisterPlayer("c" + i));
            deferred.removeFirst("c");
            if (i % 100 == 50) {
                restart();
            }
        }
        assertThat(deferred.isEmpty()).isTrue();
        assertThat(deferred.holdUp("c")).isFalse();
    }

    private void restart() {
        deferred = new DeferredCommands<>(store, AggregateIds.TEXTS, LobbyCommand.class);
    }

    private static AuthenticatedCommand<LobbyCommand> arrived(
            Principal sender, long appendTimeMs, SpecificRecord payload) {
        LobbyCommand command = new LobbyCommand("c", Instant.ofEpochMilli(5), "s", sender.playerId(), payload);
        return new AuthenticatedCommand<>(command, new CommandMetadata(sender, appendTimeMs, 77));
    }

    private int records() {
        int records = 0;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                all.next();
                records++;
            }
        }
        return records;
    }
}
