package dungeon.standalone.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
    @TempDir
    Path folder;

    @Test
    void isNotStartedAgainWhenItWasRetired() throws Exception {
        try (Child child =
                new Child(TopologyRole.class, "topology-1", folder, Map.of(), List.of(), JavaClasses.own())) {
            child.start();
            assertThat(ProcessHandle.of(child.pid())).isPresent();
            assertThat(folder.resolve("settings.properties")).exists();
            long pid = child.pid();

            child.retire();
            child.awaitGone();
            child.start();

            assertThat(child.pid()).isEqualTo(pid);
            assertThat(ProcessHandle.of(pid)).isEmpty();
            assertThat(child.endedByItself()).isZero();
        }
    }

    @Test
    void isNeverStartedWhenItWasRetiredBefore() {
        try (Child child =
                new Child(TopologyRole.class, "topology-1", folder, Map.of(), List.of(), JavaClasses.own())) {
            child.retire();
            child.start();
            assertThat(folder).isEmptyDirectory();
        }
    }
}
