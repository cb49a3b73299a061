package dungeon.ingest.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a browser does with cookies and redirects; the one door in front of the application is left out. */
public final class TestBrowser {
    private static final String PROOF = "XSRF-TOKEN";
    private static final int HOPS_MAXIMUM = 10;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final List<String> setCookies = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final String page;
    private final int port;
    private String site;

    /**
     * A browser without cookies.
     *
     * @param page address of the page; what is under its {@code /ingest} is the application
     * @param port of the application
     */
    public TestBrowser(String page, int port) {
        this.page = page;
        this.port = port;
    }

    /** The same browser with a cookie more. */
    public TestBrowser with(String cookie, String value) {
        cookies.put(cookie, value);
        return this;
    }

    /** The same browser, in which a page of another place asks; as the header Sec-Fetch-Site says. */
    public TestBrowser from(String place) {
        site = place;
        return this;
    }

    /** Another browser with the same cookies. */
    public TestBrowser copy() {
        TestBrowser copy = new TestBrowser(page, port);
        copy.cookies.putAll(cookies);
        return copy;
    }

    /** Goes to an address, and on until the page is there; says at which address it is. */
    public String follow(String address) {
        return followUntil(address, "/?");
    }

    /** Goes to an address, and on until the path of the page's site begins so. */
    public String followUntil(String address, String path) {
        String next = address;
        for (int hop = 0; hop < HOPS_MAXIMUM; hop++) {
            if (next.startsWith(page + path)) {
                return next;
            }
            HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(next)).GET());
            next = answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
            addresses.add(next);
        }
        throw new AssertionError("No end of redirects: " + addresses);
    }

    public Answer get(String path) {
        return Answer.of(send(HttpRequest.newBuilder(uri(path)).GET()));
    }

    public Answer post(String path) {
        return Answer.of(send(proven(path).POST(HttpRequest.BodyPublishers.noBody())));
    }

    public Answer post(String path, String json) {
        return Answer.of(send(proven(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))));
    }

    /** What the page of another site can have a browser send. */
    public Answer postWithoutProof(String path, String json) {
        return Answer.of(send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))));
    }

    public Answer postWithToken(String path, String token) {
        return Answer.of(send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody())));
    }

    public Answer delete(String path) {
        return Answer.of(send(proven(path).DELETE()));
    }

    /** The value of a cookie; null if there is none. */
    public String cookie(String name) {
        return cookies.get(name);
    }

    /** All values of the header Set-Cookie so far. */
    public List<String> setCookies() {
        return List.copyOf(setCookies);
    }

    /** All addresses that it was sent to. */
    public List<String> addresses() {
        return List.copyOf(addresses);
    }

    private HttpRequest.Builder proven(String path) {
        if (!cookies.containsKey(PROOF)) {
            get("/users/me");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (cookies.containsKey(PROOF)) {
            request.header("X-" + PROOF, cookies.get(PROOF));
        }
        return request;
    }

    private URI uri(String address) {
        String door = page + "/ingest";
        String path = address.startsWith(door) ? address.substring(door.length()) : address;
        return URI.create(path.startsWith("/") ? "http://127.0.0.1:%d%s".formatted(port, path) : path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        setCookies.add(setCookie);
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
