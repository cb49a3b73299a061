package dungeon.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.rules.HandledCommand;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.WindowStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandledCommandsTest {
    private static final long NOW_MS = 1_795_000_000_000L;
    private static final long MINUTE_MS = 60_000;
    private static final Bytes GAME = Bytes.wrap(new byte[] {1, 2, 3});

    private final HandledCommand command =
            new HandledCommand("player:a", UUID.randomUUID().toString());
    private WindowStore<Bytes, byte[]> store;

    @BeforeEach
    void openStore() {
        MockProcessorContext<Object, Object> context = new MockProcessorContext<>();
        store = HandledCommands.storeBuilder("handled")
                .withCachingDisabled()
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
    }

    @Test
    void doesNotKnowWhatWasNotHandled() {
        assertThat(new HandledCommands(store).handledAtMs(GAME, command)).isNull();
    }

    @Test
    void tellsWhenACommandWasHandled() {
        HandledCommands handled = new HandledCommands(store);
        handled.remember(GAME, command, NOW_MS);
        assertThat(handled.handledAtMs(GAME, command)).isEqualTo(NOW_MS);
    }

    @Test
    void knowsWhatTheStoreHadBeforeItWasMade() {
        new HandledCommands(store).remember(GAME, command, NOW_MS);
        assertThat(new HandledCommands(store).handledAtMs(GAME, command)).isEqualTo(NOW_MS);
    }

    @Test
    void knowsACommandAsLongAsItMustWhenTimeHasGoneOnInBetween() {
        HandledCommands handled = new HandledCommands(store);
        handled.remember(GAME, other(), NOW_MS - 9 * MINUTE_MS);
        handled.remember(GAME, command, NOW_MS);
        handled.remember(GAME, other(), NOW_MS + 2 * MINUTE_MS);
        handled.remember(GAME, other(), NOW_MS + 4 * MINUTE_MS);
        assertThat(handled.handledAtMs(GAME, command)).isEqualTo(NOW_MS);
    }

    @Test
    void takesTheSameIdOfAnotherGameOrSenderForAnotherCommand() {
        HandledCommands handled = new HandledCommands(store);
        handled.remember(GAME, command, NOW_MS);
        assertThat(handled.handledAtMs(Bytes.wrap(new byte[] {1, 2, 4}), command))
                .isNull();
        assertThat(handled.handledAtMs(GAME, new HandledCommand("player:b", command.commandId())))
                .isNull();
    }

    @Test
    void takesAPlayerAndAnAdministratorForTwoSenders() {
        String playerId = UUID.nameUUIDFromBytes("ADMINISTRATOR".getBytes(StandardCharsets.UTF_8))
                .toString();
        HandledCommands handled = new HandledCommands(store);
        handled.remember(GAME, new HandledCommand("ADMINISTRATOR", command.commandId()), NOW_MS);
        assertThat(handled.handledAtMs(GAME, new HandledCommand(playerId, command.commandId())))
                .isNull();
        handled.remember(GAME, new HandledCommand(playerId, command.commandId()), NOW_MS + 1);
        assertThat(handled.handledAtMs(GAME, new HandledCommand("ADMINISTRATOR", command.commandId())))
                .isEqualTo(NOW_MS);
        assertThat(handled.handledAtMs(GAME, new HandledCommand(playerId, command.commandId())))
                .isEqualTo(NOW_MS + 1);
    }

    @Test
    void tellsTheLastTimeOfAnIdThatWasUsedAgain() {
        HandledCommands handled = new HandledCommands(store);
        handled.remember(GAME, command, NOW_MS);
        handled.remember(GAME, command, NOW_MS + 6 * MINUTE_MS);
        assertThat(handled.handledAtMs(GAME, command)).isEqualTo(NOW_MS + 6 * MINUTE_MS);
        assertThat(new HandledCommands(store).handledAtMs(GAME, command)).isEqualTo(NOW_MS + 6 * MINUTE_MS);
    }

    @Test
    void idsShareARecordUntilTheBatchEndsOrIsFull() {
        HandledCommands handled = new HandledCommands(store);
        Map<HandledCommand, Long> remembered = new LinkedHashMap<>();
        for (int i = 0; i < 150; i++) {
            HandledCommand one = other();
            handled.remember(GAME, one, NOW_MS + i);
            remembered.put(one, NOW_MS + i);
        }
        assertThat(records()).isEqualTo(3);
        handled.endBatches();
        handled.remember(GAME, command, NOW_MS);
        handled.remember(GAME, other(), NOW_MS);
        handled.remember(Bytes.wrap(new byte[] {7}), command, NOW_MS);
        assertThat(records()).isEqualTo(5);

        HandledCommands again = new HandledCommands(store);
        again.remember(GAME, other(), NOW_MS);
        assertThat(records()).isEqualTo(6);
        remembered.forEach((one, atMs) -> {
            assertThat(handled.handledAtMs(GAME, one)).isEqualTo(atMs);
            assertThat(again.handledAtMs(GAME, one)).isEqualTo(atMs);
        });
    }

    private int records() {
        int records = 0;
        try (KeyValueIterator<Windowed<Bytes>, byte[]> all = store.all()) {
            while (all.hasNext()) {
                all.next();
                records++;
            }
        }
        return records;
    }

    private static HandledCommand other() {
        return new HandledCommand("player:a", UUID.randomUUID().toString());
    }
}
