package dungeon.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.IdempotencyKey;
import dungeon.platform.core.Principal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyStoreTest {
    private static final long NOW_MS = 1_795_000_000_000L;
    private static final long MINUTE_MS = 60_000;
    private static final String GAME = "00000000-0000-4000-8000-000000000001";
    private static final String OTHER_GAME = "00000000-0000-4000-8000-000000000002";
    private static final String PLAYER = "00000000-0000-4000-8000-00000000000a";
    private static final String OTHER_PLAYER = "00000000-0000-4000-8000-00000000000b";

    private final IdempotencyKey command = fresh();
    private KeyValueStore<Bytes, byte[]> store;

    @BeforeEach
    void openStore() {
        MockProcessorContext<Object, Object> context = new MockProcessorContext<>();
        store = StoreFactory.IN_MEMORY
                .store("robots-cached-state", false)
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        // The store is shared with tables, whose records are no ids.
        store.put(Bytes.wrap(new byte[] {1, 2, 3}), new byte[] {4});
        store.put(Bytes.wrap(new byte[] {StoreLayout.IDEMPOTENCY_CODE + 1}), new byte[] {5});
    }

    @Test
    void doesNotKnowWhatWasNotHandled() {
        assertThat(new IdempotencyStore(store).handledAtMs(GAME, command)).isNull();
    }

    @Test
    void tellsWhenACommandWasHandled() {
        IdempotencyStore ids = new IdempotencyStore(store);
        ids.remember(GAME, command, NOW_MS);
        assertThat(ids.handledAtMs(GAME, command)).isEqualTo(NOW_MS);
    }

    @Test
    void knowsWhatTheStoreHadBeforeItWasMade() {
        new IdempotencyStore(store).remember(GAME, command, NOW_MS);
        assertThat(new IdempotencyStore(store).handledAtMs(GAME, command)).isEqualTo(NOW_MS);
    }

    @Test
    void takesTheSameIdOfAnotherGameOrSenderForAnotherCommand() {
        IdempotencyStore ids = new IdempotencyStore(store);
        ids.remember(GAME, command, NOW_MS);
        assertThat(ids.handledAtMs(OTHER_GAME, command)).isNull();
        assertThat(ids.handledAtMs(GAME, new IdempotencyKey(OTHER_PLAYER, command.commandId())))
                .isNull();
    }

    @Test
    void aggregatesThatAreNoUuidsAreToldApartToo() {
        IdempotencyStore ids = new IdempotencyStore(store);
        ids.remember("player:ann", command, NOW_MS);
        ids.remember("player:bob", command, NOW_MS + 1);
        assertThat(ids.handledAtMs("player:ann", command)).isEqualTo(NOW_MS);
        assertThat(ids.handledAtMs("player:bob", command)).isEqualTo(NOW_MS + 1);
        assertThat(ids.handledAtMs("player:cid", command)).isNull();
    }

    @Test
    void takesAPlayerAndAnAdministratorForTwoSenders() {
        String administrator = Principal.administrator().sender();
        String playerId = UUID.nameUUIDFromBytes(administrator.getBytes(StandardCharsets.UTF_8))
                .toString();
        IdempotencyStore ids = new IdempotencyStore(store);
        ids.remember(GAME, new IdempotencyKey(administrator, command.commandId()), NOW_MS);
        assertThat(ids.handledAtMs(GAME, new IdempotencyKey(playerId, command.commandId())))
                .isNull();
        ids.remember(GAME, new IdempotencyKey(playerId, command.commandId()), NOW_MS + 1);
        assertThat(ids.handledAtMs(GAME, new IdempotencyKey(administrator, command.commandId())))
                .isEqualTo(NOW_MS);
        assertThat(ids.handledAtMs(GAME, new IdempotencyKey(playerId, command.commandId())))
                .isEqualTo(NOW_MS + 1);
    }

    @Test
    void takesTheServicesOfTwoContextsForTwoSenders() {
        IdempotencyStore ids = new IdempotencyStore(store);
        ids.remember(GAME, new IdempotencyKey(Principal.service("lobby").sender(), command.commandId()), NOW_MS);
        assertThat(ids.handledAtMs(
                        GAME, new IdempotencyKey(Principal.service("robots").sender(), command.commandId())))
                .isNull();
        assertThat(ids.handledAtMs(
                        GAME, new IdempotencyKey(Principal.service("lobby").sender(), command.commandId())))
                .isEqualTo(NOW_MS);
    }

    @Test
    void tellsTheLastTimeOfAnIdThatWasUsedAgain() {
        IdempotencyStore ids = new IdempotencyStore(store);
        ids.remember(GAME, command, NOW_MS);
        ids.remember(GAME, command, NOW_MS + 1);
        assertThat(ids.handledAtMs(GAME, command)).isEqualTo(NOW_MS + 1);
        ids.endBatch();
        ids.remember(GAME, command, NOW_MS + 6 * MINUTE_MS);
        assertThat(ids.handledAtMs(GAME, command)).isEqualTo(NOW_MS + 6 * MINUTE_MS);
        assertThat(new IdempotencyStore(store).handledAtMs(GAME, command)).isEqualTo(NOW_MS + 6 * MINUTE_MS);
    }

    @Test
    void idsOfAllAggregatesShareARecordUntilTheBatchEndsOrIsFull() {
        IdempotencyStore ids = new IdempotencyStore(store);
        Map<IdempotencyKey, Long> remembered = new LinkedHashMap<>();
        for (int i = 0; i < 150; i++) {
            IdempotencyKey one = fresh();
            ids.remember(i % 2 == 0 ? GAME : OTHER_GAME, one, NOW_MS + i);
            remembered.put(one, NOW_MS + i);
        }
        assertThat(records()).as("64, 64 and 22").isEqualTo(3);
        ids.endBatch();
        ids.remember(GAME, command, NOW_MS);
        ids.remember(GAME, fresh(), NOW_MS);
        ids.remember(OTHER_GAME, command, NOW_MS);
        assertThat(records()).isEqualTo(4);

        IdempotencyStore again = new IdempotencyStore(store);
        again.remember(GAME, fresh(), NOW_MS);
        assertThat(records()).as("what was open before is not gone on with").isEqualTo(5);
        for (IdempotencyStore one : List.of(ids, again)) {
            assertThat(one.handledAtMs(GAME, command)).isEqualTo(NOW_MS);
            assertThat(one.handledAtMs(OTHER_GAME, command)).isEqualTo(NOW_MS);
            remembered.forEach((key, atMs) -> {
                String gameId = (atMs - NOW_MS) % 2 == 0 ? GAME : OTHER_GAME;
                String otherId = gameId.equals(GAME) ? OTHER_GAME : GAME;
                assertThat(one.handledAtMs(gameId, key)).isEqualTo(atMs);
                assertThat(one.handledAtMs(otherId, key)).isNull();
            });
        }
    }

    @Test
    void forgetsARecordOnceAllOfItIsOldEnough() {
        IdempotencyStore ids = new IdempotencyStore(store);
        IdempotencyKey later = fresh();
        ids.remember(GAME, later, NOW_MS + 1_000);
        ids.remember(GAME, command, NOW_MS);

        ids.forgetBefore(NOW_MS + 1_000 + IdempotencyStore.KEPT_MS);
        assertThat(ids.handledAtMs(GAME, command)).isEqualTo(NOW_MS);
        assertThat(ids.handledAtMs(GAME, later)).isEqualTo(NOW_MS + 1_000);
        assertThat(ids.size()).isEqualTo(2);

        ids.forgetBefore(NOW_MS + 1_001 + IdempotencyStore.KEPT_MS);
        assertThat(ids.handledAtMs(GAME, command)).isNull();
        assertThat(ids.handledAtMs(GAME, later)).isNull();
        assertThat(ids.size()).isZero();
        assertThat(records()).isZero();
        assertThat(all()).as("what is no id stays").hasSize(2);
    }

    /** A clock that steps back between two brokers must not let an id be forgotten that a repetition may still need. */
    @Test
    void keepsIdsForTwiceTheTimeForWhichTheyAreNeeded() {
        assertThat(IdempotencyStore.KEPT_MS).isEqualTo(2 * IdempotencyKey.REMEMBERED_MS);
    }

    @Test
    void forgetsInTheOrderInWhichRecordsWereBegun() {
        IdempotencyStore ids = new IdempotencyStore(store);
        IdempotencyKey young = fresh();
        ids.remember(GAME, young, NOW_MS + 60 * MINUTE_MS);
        ids.endBatch();
        ids.remember(GAME, command, NOW_MS);
        ids.forgetBefore(NOW_MS + 30 * MINUTE_MS);

        assertThat(records()).isEqualTo(2);
        assertThat(ids.handledAtMs(GAME, command)).isEqualTo(NOW_MS);
        ids.forgetBefore(NOW_MS + 71 * MINUTE_MS);
        assertThat(records()).isZero();
        assertThat(ids.handledAtMs(GAME, young)).isNull();
    }

    @Test
    void forgetsABoundedNumberOfRecordsAtOnce() {
        IdempotencyStore ids = new IdempotencyStore(store);
        for (int i = 0; i < 250; i++) {
            ids.remember(GAME, fresh(), NOW_MS + i);
            ids.endBatch();
        }

        for (int left : new int[] {150, 50, 0, 0}) {
            ids.forgetBefore(NOW_MS + 60 * MINUTE_MS);
            assertThat(records()).isEqualTo(left);
            assertThat(ids.size()).isEqualTo(left);
        }
    }

    @Test
    void anIdThatWasUsedAgainIsForgottenWithItsLastRecord() {
        IdempotencyStore ids = new IdempotencyStore(store);
        ids.remember(GAME, command, NOW_MS);
        ids.endBatch();
        ids.remember(GAME, command, NOW_MS + 6 * MINUTE_MS);
        ids.endBatch();
        ids.remember(GAME, fresh(), NOW_MS + 20 * MINUTE_MS);

        ids.forgetBefore(NOW_MS + 11 * MINUTE_MS);
        assertThat(records()).isEqualTo(2);
        assertThat(ids.handledAtMs(GAME, command)).isEqualTo(NOW_MS + 6 * MINUTE_MS);
        ids.forgetBefore(NOW_MS + 17 * MINUTE_MS);
        assertThat(records()).isEqualTo(1);
        assertThat(ids.handledAtMs(GAME, command)).isNull();
    }

    @Test
    void whatIsForgottenWhileItIsOpenIsNotWrittenAgain() {
        IdempotencyStore ids = new IdempotencyStore(store);
        ids.remember(GAME, command, NOW_MS);
        ids.forgetBefore(NOW_MS + 60 * MINUTE_MS);
        IdempotencyKey next = fresh();
        ids.remember(GAME, next, NOW_MS + 60 * MINUTE_MS);

        for (IdempotencyStore one : List.of(ids, new IdempotencyStore(store))) {
            assertThat(one.handledAtMs(GAME, command)).isNull();
            assertThat(one.handledAtMs(GAME, next)).isEqualTo(NOW_MS + 60 * MINUTE_MS);
            assertThat(one.size()).isEqualTo(1);
        }
    }

    @Test
    void goesOnForgettingWhereItWasBeforeItWasMadeAnew() {
        IdempotencyStore before = new IdempotencyStore(store);
        for (int i = 0; i < 150; i++) {
            before.remember(GAME, fresh(), NOW_MS + i);
            before.endBatch();
        }
        before.forgetBefore(NOW_MS + 60 * MINUTE_MS);

        IdempotencyStore after = new IdempotencyStore(store);
        after.remember(GAME, command, NOW_MS + 60 * MINUTE_MS);
        assertThat(after.size()).isEqualTo(51);
        after.forgetBefore(NOW_MS + 60 * MINUTE_MS);

        assertThat(records()).isEqualTo(1);
        assertThat(after.size()).isEqualTo(1);
        assertThat(after.handledAtMs(GAME, command)).isEqualTo(NOW_MS + 60 * MINUTE_MS);
    }

    private int records() {
        return all().stream()
                .filter(key -> key.get()[0] == StoreLayout.IDEMPOTENCY_CODE)
                .toList()
                .size();
    }

    private List<Bytes> all() {
        List<Bytes> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(record -> keys.add(record.key));
        }
        return keys;
    }

    private static IdempotencyKey fresh() {
        return new IdempotencyKey(PLAYER, UUID.randomUUID().toString());
    }
}
