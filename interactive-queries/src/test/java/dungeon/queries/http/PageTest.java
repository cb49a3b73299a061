package dungeon.queries.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page for people at the root. */
class PageTest {
    @TempDir
    private static Path stateDir;

    private static TestInstance instance;

    @BeforeAll
    static void open() throws IOException {
        instance = new TestInstance(stateDir);
    }

    @AfterAll
    static void close() {
        instance.close();
    }

    @Test
    void isThereAndLetsNothingInFromElsewhere() {
        HttpResponse<String> page = instance.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(GameRoutesTest.header(page, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.body()).contains("<title>Microservice Dungeon</title>");
        assertThat(GameRoutesTest.header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(GameRoutesTest.header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void saysInWhichCharactersItIsWritten() {
        Map<String, String> types = Map.of(
                "/theme.js", "text/javascript;charset=utf-8",
                "/assets/index.css", "text/css;charset=utf-8",
                "/licences.txt", "text/plain;charset=utf-8",
                "/favicon.svg", "image/svg+xml");
        types.forEach((path, type) -> assertThat(GameRoutesTest.header(instance.get(path), "Content-Type"))
                .as(path)
                .isEqualTo(type));
    }

    @Test
    void isAskedForAnewAndSentOnceUntilItChanges() {
        HttpResponse<String> page = instance.get("/");
        assertThat(GameRoutesTest.header(page, "Cache-Control")).isEqualTo("no-cache");

        HttpResponse<String> again = instance.get("/", "If-None-Match", GameRoutesTest.header(page, "ETag"));

        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void hidesNoProblemOfTheRoutesBesideIt() {
        GameRoutesTest.assertProblem(instance.get("/assets/nothing.js"), 404, "UNKNOWN_ROUTE");
        GameRoutesTest.assertProblem(instance.get("/nothing"), 404, "UNKNOWN_ROUTE");
    }
}
