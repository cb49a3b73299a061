package dungeon.standalone.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PartStartsTest {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final PartStarts starts = new PartStarts(Progress.onTerminal());

    @Test
    void startAPartAfterThoseThatItNeeds() throws Exception {
        CountDownLatch allowed = new CountDownLatch(1);
        starts.begin("the first", () -> {
            allowed.await();
            return note("first");
        });
        starts.begin("the second", () -> note("second"), "the first");
        allowed.countDown();

        starts.awaitAll();
        starts.close();

        assertThat(seen).containsExactly("first", "second");
    }

    @Test
    void tellWhyThePartThatFailsFirstDoesSo() {
        CountDownLatch never = new CountDownLatch(1);
        starts.begin("the failing one", () -> {
            throw new IllegalStateException("no such port");
        });
        starts.begin("one that needs it", () -> note("started in spite of it"), "the failing one");
        starts.begin("a slow one", () -> {
            never.await();
            return null;
        });

        assertThatThrownBy(starts::awaitAll)
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("no such port");
        starts.close();
        assertThat(seen).isEmpty();
    }

    @Test
    void haveEndedWhenTheyAreClosed() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        starts.begin("one that tidies up", () -> {
            begun.countDown();
            try {
                never.await();
            } finally {
                note("tidied up");
            }
            return null;
        });
        begun.await();

        starts.close();

        assertThat(seen).containsExactly("tidied up");
    }

    private Void note(String what) {
        seen.add(what);
        return null;
    }
}
