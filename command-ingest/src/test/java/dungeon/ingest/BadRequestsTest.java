package dungeon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dungeon.ingest.fake.Answer;
import dungeon.ingest.fake.FakePlatform;
import dungeon.ingest.fake.RawConnection;
import dungeon.ingest.fake.SharedPlatform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.LogRecord;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

@ExtendWith(SharedPlatform.class)
class BadRequestsTest {
    private static final int TWO_MEGABYTES = 2 * 1024 * 1024;

    @Test
    void refusesJsonThatIsCutOffAndSaysWhere(FakePlatform platform) {
        Answer answer = platform.post("/players", null, "{\n  \"playerName\": \"Ad");

        assertThat(answer.problem()).isEqualTo("400 MALFORMED_JSON");
        assertThat(answer.json().get("line").intValue()).isEqualTo(2);
        assertThat(answer.json().get("column").intValue()).isGreaterThan(15);
    }

    @Test
    void refusesAFieldThatIsThereTwice(FakePlatform platform) {
        Answer answer = platform.post("/players", null, "{\"playerName\": \"Eve\", \"playerName\": \"Eva\"}");

        assertThat(answer.problem()).isEqualTo("400 MALFORMED_JSON");
        assertThat(answer.json().get("detail").textValue()).contains("Duplicate", "playerName");
    }

    @Test
    void refusesWhatFollowsTheDocument(FakePlatform platform) {
        assertThat(platform.post("/players", null, "{\"playerName\": \"Eve\"} {}")
                        .problem())
                .isEqualTo("400 MALFORMED_JSON");
    }

    @Test
    void refusesAnEmptyBody(FakePlatform platform) {
        assertThat(platform.post("/players", null, "").problem()).isEqualTo("400 MALFORMED_JSON");
        assertThat(platform.post("/players", null, "  ").problem()).isEqualTo("400 MALFORMED_JSON");
    }

    @Test
    void refusesDeepNestingAndHugeNumbersWithoutHarm(FakePlatform platform) {
        assertThat(platform.post("/players", null, "[".repeat(100_000)).problem())
                .isEqualTo("400 MALFORMED_JSON");
        assertThat(platform.post("/players", null, "{\"playerName\": " + "9".repeat(900) + "}")
                        .problem())
                .isEqualTo("422 MALFORMED");
    }

    @Test
    void refusesABodyOfTwoMegabytes(FakePlatform platform) {
        Answer answer = platform.post("/players", null, "\"" + "a".repeat(TWO_MEGABYTES) + "\"");

        assertThat(answer.problem()).isEqualTo("413 PAYLOAD_TOO_LARGE");
    }

    @Test
    void refusesABodyOfTwoMegabytesThatDoesNotSayItsLength(FakePlatform platform) {
        byte[] body = "a".repeat(TWO_MEGABYTES).getBytes(StandardCharsets.UTF_8);
        Answer answer = platform.send(platform.request("/players")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build());

        assertThat(answer.problem()).isEqualTo("413 PAYLOAD_TOO_LARGE");
    }

    @Test
    void refusesOtherContentThanJson(FakePlatform platform) {
        Answer form = platform.send(platform.request("/players")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("playerName=Ada"))
                .build());
        Answer unnamed = platform.send(platform.request("/players")
                .POST(BodyPublishers.ofString("{\"playerName\": \"Ada\"}"))
                .build());

        assertThat(form.problem()).isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
        assertThat(unnamed.problem()).isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void refusesBodiesThatArePacked(FakePlatform platform) {
        Answer answer = platform.send(platform.request("/players")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString("x"))
                .build());

        assertThat(answer.problem()).isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
        assertThat(answer.headers().firstValue("Accept-Encoding")).contains("identity");
    }

    @Test
    void namesAHundredFaultsOfManyAndSaysHowManyThereAre(FakePlatform platform) {
        String contents =
                "{\"area\": {\"tiles\": [%s]}, \"kind\": \"VOID\", \"count\": 1}".formatted("7,".repeat(50_000) + "7");
        Answer answer = platform.post(
                "/map-types", platform.guestToken(), "{\"name\": \"m\", \"contents\": [%s]}".formatted(contents));

        assertThat(answer.problem()).isEqualTo("422 INVALID_MAP");
        assertThat(answer.json().get("faults")).hasSize(100);
        assertThat(answer.json().get("faultCount").intValue()).isGreaterThan(50_000);
        assertThat(answer.text()).hasSizeLessThan(20_000);
    }

    @Test
    void letsPagesOfOtherSitesAsk(FakePlatform platform) {
        Answer preflight = platform.send(platform.request("/games/x/commands")
                .header("Origin", "https://page.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .method("OPTIONS", BodyPublishers.noBody())
                .build());
        Answer refused = platform.send(platform.request("/players")
                .header("Origin", "https://page.example")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{"))
                .build());

        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Methods")
                        .orElse(""))
                .contains("POST");
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Headers")
                        .orElse(""))
                .contains("authorization");
        assertThat(refused.problem()).isEqualTo("400 MALFORMED_JSON");
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(refused.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
                .contains("Retry-After");
    }

    @Test
    void takesAnAddressWithASlashAtItsEnd(FakePlatform platform) {
        assertThat(platform.post("/players/", null, "{\"playerName\": \"Slash\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void leavesOutWhatIsNull(FakePlatform platform) {
        assertThat(platform.post("/players", null, "{\"playerName\": \"Nell\", \"commandId\": null}")
                        .status())
                .isEqualTo(201);
        assertThat(platform.post(
                                "/practice-games",
                                platform.guestToken(),
                                "{\"mapTypeId\": null, \"bots\": null, \"durationMs\": 60000.0}")
                        .status())
                .isEqualTo(201);
        assertThat(platform.post(
                                "/games",
                                platform.administratorToken(),
                                "{\"mapTypeId\": null, \"map\": %s, \"rules\": null, \"seed\": null, \"participantLimit\": 1}"
                                        .formatted(GamesTest.map(2, 2)))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void knowsNoOtherRoutes(FakePlatform platform) {
        assertThat(platform.get("/robots").problem()).isEqualTo("404 NOT_FOUND");
        assertThat(platform.get("/health/a").status()).isEqualTo(404);
        assertThat(platform.get("/health/a/b").problem()).isEqualTo("404 NOT_FOUND");
        assertThat(platform.get("/health/live/").status()).isEqualTo(200);
        assertThat(platform.post("/", null, "{}").problem()).isEqualTo("404 NOT_FOUND");
    }

    @Test
    void refusesOtherMethodsAndNamesTheRightOne(FakePlatform platform) {
        Answer answer = platform.get("/players");

        assertThat(answer.problem()).isEqualTo("405 METHOD_NOT_ALLOWED");
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void answersInJsonWhateverTheClientAccepts(FakePlatform platform) {
        Answer faulty = platform.send(acceptingHtml(platform, "{"));
        Answer good = platform.send(acceptingHtml(platform, "{\"playerName\": \"Linus\"}"));

        assertThat(faulty.problem()).isEqualTo("400 MALFORMED_JSON");
        assertThat(good.status()).isEqualTo(201);
        assertThat(good.contentType()).isEqualTo("application/json");
    }

    private static HttpRequest acceptingHtml(FakePlatform platform, String body) {
        return platform.request("/players")
                .header("Content-Type", "application/json")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    @Test
    void answersWithAProblemToARequestThatIsNoHttp(FakePlatform platform) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), platform.port())) {
            socket.getOutputStream()
                    .write("GET /a|b{} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "\"code\":\"BAD_REQUEST\"");
        }
    }

    @Test
    void refusesATypeThatIsNone(FakePlatform platform) throws IOException {
        for (String type : List.of(
                "\u0098pplication/json",
                "application/json; charset=\"",
                "a",
                "/",
                "application/json; charset=utf-99")) {
            try (RawConnection connection = new RawConnection(platform.port())) {
                assertThat(connection
                                .write(
                                        "POST /players HTTP/1.1\r\nHost: x\r\nContent-Type: %s\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
                                                .formatted(type))
                                .rest())
                        .as(type)
                        .startsWith("HTTP/1.1 4");
            }
        }
    }

    @Test
    void takesAnHttpThatThereIsNotForTheSendersFault(FakePlatform platform) throws IOException {
        for (String request : List.of(
                "GET /players HTTP/9.9\r\nHost: x\r\n\r\n",
                "POST /players HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\nConnection: close\r\n\r\n")) {
            try (RawConnection connection = new RawConnection(platform.port())) {
                assertThat(connection.write(request).rest())
                        .startsWith("HTTP/1.1 400 ")
                        .contains("\"code\":\"BAD_REQUEST\"");
            }
        }
    }

    @Test
    void logsNothingForARequestWithAMethodThatThereIsNot(FakePlatform platform) {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(lines);
        try {
            assertThat(platform.get("/players").problem()).isEqualTo("405 METHOD_NOT_ALLOWED");
        } finally {
            root.detachAppender(lines);
        }
        assertThat(lines.list).extracting(ILoggingEvent::getFormattedMessage).noneMatch(line -> line.contains("GET"));
    }

    /** There may be a token in it. */
    @Test
    void logsNoHeaderThatItCannotRead(FakePlatform platform) throws IOException {
        List<String> lines = new CopyOnWriteArrayList<>();
        // Tomcat logs by the JDK's means.
        StreamHandler handler = new StreamHandler() {
            @Override
            public synchronized void publish(LogRecord line) {
                lines.add(line.getMessage());
            }
        };
        java.util.logging.Logger tomcat = java.util.logging.Logger.getLogger("org.apache.coyote");
        tomcat.addHandler(handler);
        try (RawConnection connection = new RawConnection(platform.port())) {
            String answer = connection
                    .write(
                            "GET /players HTTP/1.1\r\nHost: x\r\nAuthorization : Bearer secret\r\nConnection: close\r\n\r\n")
                    .rest();
            assertThat(answer).startsWith("HTTP/1.1 400 ");
        } finally {
            tomcat.removeHandler(handler);
        }
        assertThat(lines).isEmpty();
    }

    @Test
    void refusesWhatNoGameTakesBeforeItIsWritten(FakePlatform platform) {
        String token = platform.guestToken();
        String path = "/games/%s/commands".formatted(UUID.randomUUID());
        int before = platform.brokers().written().size();
        Map<String, String> faulty = Map.of(
                "{\"type\":\"BuyRobots\",\"quantity\":-1}", "/quantity",
                "{\"type\":\"BuyRobots\",\"quantity\":0}", "/quantity",
                "{\"type\":\"BuyRobots\",\"quantity\":101}", "/quantity",
                "{\"type\":\"BuyRobots\",\"quantity\":2147483648}", "/quantity",
                "{\"type\":\"BuyRobots\",\"quantity\":\"1\"}", "/quantity",
                "{\"type\":\"SellResources\",\"robotId\":\"x\"}", "/robotId",
                "{\"type\":\"ClearQueue\",\"robotId\":\"a\\u202eb\"}", "/robotId");

        faulty.forEach((command, pointer) -> {
            for (String wait : List.of("", "?wait=1000")) {
                Answer answer = platform.post(path + wait, token, command);
                assertThat(answer.problem()).as(command).isEqualTo("422 MALFORMED");
                assertThat(answer.pointers()).as(command).containsExactly(pointer);
            }
        });
        Answer array = platform.post(
                path,
                token,
                "[{\"type\":\"BuyRobots\",\"quantity\":1},{\"type\":\"BuyUpgrade\",\"robotId\":\"\",\"upgrade\":\"MINING\",\"levels\":6}]");
        assertThat(array.pointers()).containsExactly("/1/robotId", "/1/levels");
        assertThat(platform.brokers().written()).hasSize(before);
    }

    @Test
    void refusesTextThatIsNotWhatItLooksLike(FakePlatform platform) {
        for (String text : List.of("\\u0000", "\\u001b[2J", "\\ud83d", "\\u202e", "\\u200f", "\\n", "\\uffff")) {
            Answer answer = platform.post(
                    "/map-types",
                    platform.guestToken(),
                    "{\"name\":\"a%sb\",\"x\":[{\"y\":\"%s\"}]}".formatted(text, text));
            assertThat(answer.problem()).as(text).isEqualTo("422 MALFORMED");
            assertThat(answer.pointers()).as(text).containsExactly("/name", "/x/0/y");
        }
        Answer name = platform.post("/players", null, "{\"player\\u202eName\":1}");
        assertThat(name.pointers()).containsExactly("");
        assertThat(name.text()).doesNotContain("\u202e");
        assertThat(platform.post("/players", null, "{\"playerName\":\"\\u05d0\\ud83d\\ude00\"}")
                        .pointers())
                .as("letters and pairs are refused for other reasons only")
                .containsExactly("/playerName");
    }

    @Test
    void makesNoSeriesOfMethodsThatStrangersMakeUp(FakePlatform platform) {
        for (int i = 0; i < 20; i++) {
            for (String path : List.of("/players", "/metrics", "/health/live", "/no/such")) {
                platform.send(platform.request(path)
                        .header("X-HTTP-Method-Override", "MADEOVER" + i)
                        .method("MADEUP" + i, BodyPublishers.noBody())
                        .build());
            }
        }

        assertThat(platform.get("/metrics").text())
                .contains("method=\"UNKNOWN\"")
                .doesNotContain("MADEUP")
                .doesNotContain("MADEOVER");
    }

    @Test
    void boundsWhatADocumentIsMadeOf(FakePlatform platform) {
        for (String body : List.of(
                "[".repeat(17) + "]".repeat(17),
                "{\"playerName\":" + "9".repeat(1_001) + "}",
                "{\"" + "n".repeat(129) + "\":1}",
                "[" + "1,".repeat(250_000) + "1]")) {
            Answer answer = platform.post("/players", null, body);
            assertThat(answer.problem()).isEqualTo("400 MALFORMED_JSON");
            assertThat(answer.json().get("detail").textValue())
                    .startsWith("The body is beyond a limit: ")
                    .doesNotContain("StreamReadConstraints");
        }
        for (String body : List.of("{\"playerName\":1e999999999}", "{\"playerName\":-0.0}", "{\"playerName\":{}}")) {
            assertThat(platform.post("/players", null, body).problem()).isEqualTo("422 MALFORMED");
        }
    }
}
