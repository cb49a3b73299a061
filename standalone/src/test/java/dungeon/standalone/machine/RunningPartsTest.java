package dungeon.standalone.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class RunningPartsTest {
    private final List<String> stopped = new ArrayList<>();
    private final RunningParts parts = new RunningParts();

    @Test
    void stopEachOneLatestPartFirst() {
        add(Part.TOPOLOGY, "the lobby");
        add(Part.TOPOLOGY, "the games");
        add(Part.BROKER, "the broker");
        add(Part.INGEST, "the ingest");

        parts.close();

        assertThat(stopped).containsExactly("the ingest", "the games", "the lobby", "the broker");
    }

    @Test
    void stopWhatStartsTooLate() {
        parts.close();

        assertThatThrownBy(() -> add(Part.INGEST, "the ingest")).isInstanceOf(CancellationException.class);
        assertThat(stopped).containsExactly("the ingest");
    }

    private void add(Part part, String name) {
        AutoCloseable unused = parts.add(part, () -> stopped.add(name));
    }
}
