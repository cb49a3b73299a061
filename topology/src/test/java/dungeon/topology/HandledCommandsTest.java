package dungeon.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.rules.HandledCommand;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.WindowStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandledCommandsTest {
    private static final long NOW_MS = 1_795_000_000_000L;
    private static final long MINUTE_MS = 60_000;
    private static final byte[] GAME = {1, 2, 3};

    private final HandledCommand command =
            new HandledCommand("player:a", UUID.randomUUID().toString());
    private WindowStore<Bytes, Long> store;

    @BeforeEach
    void openStore() {
        MockProcessorContext<Object, Object> context = new MockProcessorContext<>();
        store = HandledCommands.storeBuilder("handled").withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
    }

    @Test
    void doesNotKnowWhatWasNotHandled() {
        assertThat(new HandledCommands(store).handledAtMs(GAME, command, NOW_MS))
                .isNull();
    }

    @Test
    void tellsWhenACommandWasHandled() {
        HandledCommands handled = new HandledCommands(store);
        handled.remember(GAME, command, NOW_MS);
        assertThat(handled.handledAtMs(GAME, command, NOW_MS + 4 * MINUTE_MS)).isEqualTo(NOW_MS);
    }

    @Test
    void knowsWhatTheStoreHadBeforeItWasMade() {
        new HandledCommands(store).remember(GAME, command, NOW_MS);
        assertThat(new HandledCommands(store).handledAtMs(GAME, command, NOW_MS + MINUTE_MS))
                .isEqualTo(NOW_MS);
    }

    @Test
    void knowsACommandAsLongAsItMustWhenTimeHasGoneOnInBetween() {
        HandledCommands handled = new HandledCommands(store);
        handled.remember(GAME, other(), NOW_MS - 9 * MINUTE_MS);
        handled.remember(GAME, command, NOW_MS);
        handled.remember(GAME, other(), NOW_MS + 2 * MINUTE_MS);
        handled.remember(GAME, other(), NOW_MS + 4 * MINUTE_MS);
        assertThat(handled.handledAtMs(GAME, command, NOW_MS + 5 * MINUTE_MS)).isEqualTo(NOW_MS);
    }

    @Test
    void takesTheSameIdOfAnotherGameOrSenderForAnotherCommand() {
        HandledCommands handled = new HandledCommands(store);
        handled.remember(GAME, command, NOW_MS);
        assertThat(handled.handledAtMs(new byte[] {1, 2, 4}, command, NOW_MS)).isNull();
        assertThat(handled.handledAtMs(GAME, new HandledCommand("player:b", command.commandId()), NOW_MS))
                .isNull();
    }

    private static HandledCommand other() {
        return new HandledCommand("player:a", UUID.randomUUID().toString());
    }
}
