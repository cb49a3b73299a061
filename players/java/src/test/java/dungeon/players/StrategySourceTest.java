package dungeon.players;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.players.game.Strategy;
import dungeon.players.strategies.Miner;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategySourceTest {
    @TempDir
    Path folder;

    @Test
    void knowsThoseOfTheHouse() {
        StrategySource miner = StrategySource.of("Miner");
        assertThat(miner.name()).isEqualTo("miner");
        assertThat(miner.text()).isEqualTo("miner");
        assertThat(miner.strategies().get()).isInstanceOf(Miner.class);
    }

    @Test
    void loadsAClassOfAJarAndMakesANewOneEachTime() throws IOException {
        Path jar = jar("public class Mine implements dungeon.players.game.Strategy {"
                + " @Override public void think(dungeon.players.game.Commander commander) {} }");
        StrategySource source = StrategySource.of(jar + ":own.Mine");
        assertThat(source.name()).isEqualTo("Mine");
        assertThat(StrategySource.of(source.text()).name()).isEqualTo("Mine");
        Strategy first = source.strategies().get();
        assertThat(first.getClass().getName()).isEqualTo("own.Mine");
        assertThat(source.strategies().get()).isNotSameAs(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "class Mine {}|own.Mine in %s does not implement dungeon.players.game.Strategy",
                "class Other {}|There is no class own.Mine in %s; write it with its package",
                "public abstract class Mine implements S { public Mine() {} }"
                        + "|own.Mine has to be a public class that is not abstract",
                "public class Mine implements S { public Mine(int i) {} public void think(C c) {} }"
                        + "|own.Mine has no public constructor without parameters",
                "public class Mine implements S { public Mine() { throw new RuntimeException(\"no\"); } public void think(C c) {} }"
                        + "|The constructor of own.Mine failed: java.lang.RuntimeException: no"
            })
    void saysWhatIsWrongWithAClass(String source, String message) throws IOException {
        Path jar = jar(source.replace(" S ", " dungeon.players.game.Strategy ")
                .replace("(C c)", "(dungeon.players.game.Commander c)"));
        assertThatThrownBy(() -> StrategySource.of(jar + ":own.Mine"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message.formatted(jar));
    }

    @Test
    void saysThatThereIsNoJar() {
        Path jar = folder.resolve("none.jar");
        assertThatThrownBy(() -> StrategySource.of(jar + ":own.Mine"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no jar " + jar);
    }

    @ParameterizedTest
    @CsvSource({"digger", "my.jar", "my.jar:", ":own.Mine"})
    void saysWhatAStrategyLooksLike(String text) {
        assertThatThrownBy(() -> StrategySource.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'%s' is no strategy; write one of the house (miner, trader, fighter, explorer) or <jar>:<class>"
                                .formatted(text));
    }

    /** A jar with a class of the package own. */
    private Path jar(String source) throws IOException {
        String name = source.contains("class Other") ? "Other" : "Mine";
        Path java = Files.createDirectories(folder.resolve("own")).resolve(name + ".java");
        Files.writeString(java, "package own; " + source);
        int exitCode = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", System.getProperty("java.class.path"), java.toString());
        assertThat(exitCode).isZero();
        Path jar = folder.resolve("own.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new JarEntry("own/%s.class".formatted(name)));
            Files.copy(java.resolveSibling(name + ".class"), entries);
            entries.closeEntry();
        }
        return jar;
    }
}
