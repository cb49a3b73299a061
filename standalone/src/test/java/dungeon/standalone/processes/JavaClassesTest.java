package dungeon.standalone.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaClassesTest {
    @Test
    void ourOwnClassesComeBehindThoseThatAreToBeTried() {
        assertThat(JavaClasses.ownAfter(List.of("changed", "too")).path())
                .isEqualTo(String.join(File.pathSeparator, "changed", "too", System.getProperty("java.class.path")));
    }

    @Test
    void packsFoldersIntoJarsAndLeavesJarsInTheirOrder(@TempDir Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Files.createDirectories(classes.resolve("a/b"));
        Files.writeString(classes.resolve("a/b/C.class"), "bytes");
        Path library = Files.writeString(folder.resolve("library.jar"), "");
        JavaClasses inFolders = new JavaClasses(
                library + File.pathSeparator + classes, JavaClasses.own().archive());

        List<String> parts =
                List.of(inFolders.inJars(folder.resolve("jars")).path().split(File.pathSeparator, -1));

        assertThat(parts).hasSize(2).startsWith(library.toString());
        try (JarFile jar = new JarFile(parts.get(1))) {
            assertThat(jar.stream().map(JarEntry::getName)).containsExactlyInAnyOrder("a/", "a/b/", "a/b/C.class");
            assertThat(jar.getInputStream(jar.getEntry("a/b/C.class"))).hasContent("bytes");
        }
    }
}
