package dungeon.standalone.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path parent;

    private Path path;

    @BeforeEach
    void nameFolder() {
        path = parent.resolve(".dungeon");
    }

    @Test
    void opensANewFolderAndAgainAfterItWasClosed() throws Exception {
        try (DataFolder folder = DataFolder.open(path)) {
            Files.writeString(folder.resolve("kept"), "data");
        }
        try (DataFolder folder = DataFolder.open(path)) {
            assertThat(folder.resolve("kept")).hasContent("data");
        }
    }

    @Test
    void keepsTheTokensInItFromOtherUsers() throws Exception {
        DataFolder.open(path).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rwx------");
    }

    @Test
    void refusesASecondInstanceAndNamesTheFirst() {
        try (DataFolder folder = DataFolder.open(path)) {
            assertThatThrownBy(() -> DataFolder.open(path))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessage(
                            "Another dungeon is running on %s (process %d); stop it first, or choose another folder with --data"
                                    .formatted(path, ProcessHandle.current().pid()));
            assertThat(folder.resolve("format")).exists();
        }
    }

    @Test
    void refusesTheDataOfAnotherBuildAndNamesTheWayOut() throws Exception {
        DataFolder.open(path).close();
        Files.writeString(path.resolve("format"), "0\n");
        assertThatThrownBy(() -> DataFolder.open(path))
                .isInstanceOf(CannotStartException.class)
                .hasMessage(
                        path
                                + " was written by another build (format 0, this build has 5); remove it with: ./dungeon reset");
    }

    @Test
    void leavesAFolderOfSomebodyElseAlone() throws Exception {
        Files.createDirectories(path);
        Path precious = Files.writeString(path.resolve("precious"), "mine");
        assertThatThrownBy(() -> DataFolder.open(path))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("is not a data folder of the dungeon");
        assertThatThrownBy(() -> DataFolder.remove(path))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("is left alone");
        assertThat(precious).hasContent("mine");
    }

    @Test
    void saysWhyTheFolderCannotBeWritten() throws Exception {
        Files.writeString(path, "a file in the way");
        assertThatThrownBy(() -> DataFolder.open(path))
                .isInstanceOf(CannotStartException.class)
                .hasMessage("Cannot write the data folder %s: %s is a file".formatted(path, path));
    }

    @Test
    void removesItsOwnFolderWithAllThatIsInIt() throws Exception {
        try (DataFolder folder = DataFolder.open(path)) {
            Files.createDirectories(folder.resolve("broker/topic-0"));
            Files.writeString(folder.resolve("broker/topic-0/segment.log"), "records");
        }
        assertThat(DataFolder.remove(path)).isTrue();
        assertThat(path).doesNotExist();
        assertThat(DataFolder.remove(path)).isFalse();
    }

    @Test
    void removesTheFolderOfAnOlderBuild() throws Exception {
        DataFolder.open(path).close();
        Files.writeString(path.resolve("format"), "0\n");
        assertThat(DataFolder.remove(path)).isTrue();
        assertThat(path).doesNotExist();
    }

    @Test
    void refusesToRemoveAFolderInUse() {
        try (DataFolder folder = DataFolder.open(path)) {
            assertThatThrownBy(() -> DataFolder.remove(path))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessageStartingWith("Another dungeon is running on ");
            assertThat(folder.resolve("format")).exists();
        }
    }
}
