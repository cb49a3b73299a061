package dungeon.history.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresFilesTest {
    @TempDir
    private Path folder;

    private PostgresFiles files;

    @BeforeEach
    void nameFiles() {
        files = new PostgresFiles(folder);
    }

    @Test
    void dataThatWasMadeInPartOnlyIsMadeAgain() throws Exception {
        Files.createDirectories(files.data().resolve("base"));
        Files.writeString(files.data().resolve("base/1"), "half");
        files.removeWhatIsHalfDone();
        assertThat(files.data()).doesNotExist();
    }

    @Test
    void dataThatIsCompleteStays() throws Exception {
        Files.createDirectories(files.data().resolve("base"));
        files.markComplete();
        files.markComplete();
        files.removeWhatIsHalfDone();
        assertThat(files.data().resolve("base")).exists();
    }

    @Test
    void binariesThatWereUnpackedInPartOnlyAreUnpackedAgain() throws Exception {
        Path half = Files.createDirectories(files.binaries().resolve("PG-half/bin"));
        Path whole = Files.createDirectories(files.binaries().resolve("PG-whole/bin"));
        Files.createFile(files.binaries().resolve("PG-whole/.exists"));
        files.removeWhatIsHalfDone();
        assertThat(half.getParent()).doesNotExist();
        assertThat(whole).exists();
    }

    /** The number of a process that is gone can be somebody else's by now. */
    @Test
    void anotherProcessWithTheNumberOfADeadOneIsNotOurs() throws Exception {
        Files.createDirectories(files.binaries());
        Files.createDirectories(files.data());
        Files.writeString(
                files.data().resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");
        assertThat(files.running()).isEmpty();
    }

    @Test
    void nothingRunsWhereNothingWasStarted() throws Exception {
        assertThat(files.running()).isEmpty();
        files.removeWhatIsHalfDone();
    }
}
