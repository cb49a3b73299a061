package dungeon.verification.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.standalone.machine.CannotStartException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OlderBuildTest {
    @TempDir
    Path folder;

    @Test
    void hasTheClassesOfAFolderInWhichWasBuilt() throws Exception {
        Path target = Files.createDirectories(folder.resolve("standalone/target"));
        Files.writeString(target.resolve("class-path.txt"), "/somewhere/a.jar\n");
        assertThat(OlderBuild.of(folder.toString()).classes().path())
                .isEqualTo(target.resolve("classes") + File.pathSeparator + "/somewhere/a.jar");
    }

    @Test
    void saysWhatToDoWhereNothingWasBuilt() {
        assertThatThrownBy(() -> OlderBuild.of(folder.toString()))
                .isInstanceOf(CannotStartException.class)
                .hasMessage("%s has no standalone/target/class-path.txt: run ./dungeon --help there, which builds it"
                        .formatted(folder));
    }

    @Test
    void refusesWhatIsNeitherAFolderNorARevision() {
        assertThatThrownBy(() -> OlderBuild.of("no-such-revision"))
                .isInstanceOf(CannotStartException.class)
                .hasMessageStartingWith(
                        "no-such-revision is no folder with a build, and no revision that Git knows in ");
    }
}
