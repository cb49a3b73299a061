package dungeon.players.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsFileTest {
    private static final Credentials ME = new Credentials("00000000-0000-4000-8000-000000000001", "rusher", "a.b.c");

    @TempDir
    Path folder;

    @Test
    void isEmptyBeforeItIsWritten() {
        assertThat(new CredentialsFile(folder.resolve("me.json")).read()).isEmpty();
    }

    @Test
    void keepsAPlayerForItsOwnerAlone() throws Exception {
        Path file = folder.resolve("players/me.json");
        new CredentialsFile(file).write(ME);
        assertThat(new CredentialsFile(file).read()).contains(ME);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void saysWhichFileIsBroken() throws Exception {
        Path file = Files.writeString(folder.resolve("me.json"), "{");
        assertThatThrownBy(() -> new CredentialsFile(file).read())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("Cannot read the player in %s; if it is broken, remove it".formatted(file));
    }
}
