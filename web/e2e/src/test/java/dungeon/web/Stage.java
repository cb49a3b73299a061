package dungeon.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dungeon.players.connection.JsonHttp;
import dungeon.standalone.machine.FreePorts;
import dungeon.standalone.machine.Machine;
import dungeon.standalone.machine.MachineConfig;
import dungeon.standalone.machine.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assumptions;

/** The whole system on one machine, and a browser before it. */
final class Stage implements AutoCloseable {
    /** For all that a page waits for. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    private final MachineConfig config;
    private final JsonHttp http = new JsonHttp();
    private final Playwright driver;
    private final Browser browser;
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private Machine machine;

    /** The stage of a class of tests, which are skipped where there is no browser. */
    static Stage open(Path folder) throws Exception {
        Optional<Path> browser = Browsers.place();
        boolean required = System.getenv("DUNGEON_BROWSER_REQUIRED") != null;
        Assumptions.assumeTrue(
                required || browser.isPresent(), "The tests of the page are skipped: there is no Chromium here");
        PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
        return new Stage(folder, browser.orElseThrow());
    }

    private Stage(Path folder, Path browserPlace) throws Exception {
        config = new MachineConfig(folder, FreePorts.ofAMachine());
        driver = Browsers.driver();
        browser = Browsers.launch(driver, browserPlace);
        startMachine();
    }

    void startMachine() throws Exception {
        machine = Machine.claim(config, Progress.onTerminal());
        machine.start();
    }

    void stopMachine() {
        machine.close();
    }

    String url() {
        return config.queriesUrl();
    }

    String url(String route) {
        return url() + "/#" + route;
    }

    /** A page of a person who was never here. */
    Page newPage() {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(WIDTH, HEIGHT)
                .setLocale("en-GB")
                .setAcceptDownloads(true));
        context.onConsoleMessage(message -> {
            // A refused request is logged by the browser itself, and shown by the page.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                faults.add(message.text());
            }
        });
        context.onWebError(error -> faults.add(error.error()));
        return context.newPage();
    }

    /** What pages have complained about: exceptions, and what the content security policy has blocked. */
    List<String> faults() {
        return new ArrayList<>(faults);
    }

    /** The token of a new guest, as programs have it. */
    String guestToken() throws IOException, InterruptedException {
        return http.post(config.ingestUrl() + "/auth/guest", null, null)
                .path("token")
                .asText();
    }

    /** A practice game of somebody else, with bots. */
    String practiceGame(int bots, long durationMs) throws IOException, InterruptedException {
        return http.post(
                        config.ingestUrl() + "/practice-games",
                        guestToken(),
                        JsonNodeFactory.instance.objectNode().put("bots", bots).put("durationMs", durationMs))
                .path("gameId")
                .asText();
    }

    /** What the queries answer. */
    JsonNode ask(String path) throws IOException, InterruptedException {
        return http.get(url() + path);
    }

    @Override
    public void close() {
        browser.close();
        driver.close();
        machine.close();
    }
}
