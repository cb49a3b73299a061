package dungeon.platform.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OwnMemoryTest {
    private static final long MEGABYTE = 1024 * 1024;

    @Test
    void takesWhatIsEnough() {
        assertThatCode(() -> OwnMemory.require(384, 384 * MEGABYTE)).doesNotThrowAnyException();
    }

    @Test
    void saysHowMuchThereIsAndWhatToDo() {
        assertThatThrownBy(() -> OwnMemory.require(384, 384 * MEGABYTE - 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("There are 383 MB of memory, and it needs 384 at least; raise the limit of its container");
    }

    @Test
    void asksTheMachineOrTheContainer() {
        assertThatCode(() -> OwnMemory.require(64)).doesNotThrowAnyException();
        assertThatThrownBy(() -> OwnMemory.require(1_000_000_000)).isInstanceOf(IllegalStateException.class);
    }
}
