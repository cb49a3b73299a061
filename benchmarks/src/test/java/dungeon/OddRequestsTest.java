package dungeon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of odd requests and of attacks name tests that there are. */
class OddRequestsTest {
    private static final Path ROOT =
            Path.of(System.getProperty("basedir", ".")).toAbsolutePath().getParent();
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @ParameterizedTest
    @ValueSource(strings = {"docs/odd-requests.md", "docs/security.md"})
    void eachNamedTestIsThere(String page) throws IOException {
        Map<String, String> sources = testSources();
        List<MatchResult> named =
                NAMED.matcher(Files.readString(ROOT.resolve(page))).results().toList();

        assertThat(named).hasSizeGreaterThan(40).allSatisfy(test -> {
            String source = sources.getOrDefault(test.group(1), "");
            assertThat(Pattern.compile("\\b" + test.group(2) + "\\(")
                            .matcher(source)
                            .find())
                    .as(test.group())
                    .isTrue();
        });
    }

    private static Map<String, String> testSources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<Path> tests = files.filter(file -> file.toString().endsWith("Test.java"))
                    .filter(file -> file.toString().contains("/src/test/"))
                    .toList();
            for (Path test : tests) {
                sources.merge(
                        test.getFileName().toString().replace(".java", ""), Files.readString(test), String::concat);
            }
        }
        return sources;
    }
}
