package dungeon.verification.siege;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dungeon.players.connection.Credentials;
import dungeon.players.connection.JsonHttp;
import dungeon.players.connection.Platform;
import dungeon.players.connection.TokenLogin;
import dungeon.schemas.Command;
import dungeon.schemas.Direction;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.topics.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A player who moves its robots to and fro, and notes how long each outcome took: from when the command was due to when the player
 * knows what came of it.
 */
final class MeasuredPlayer implements AutoCloseable {
    private static final int ROBOTS = 2;
    /** The longest that the platform waits for an outcome, and some time for the answer. */
    private static final Duration ANSWER_MAXIMUM = Duration.ofSeconds(40);

    private static final int WAIT_MS = 30_000;
    private static final Direction[] WAYS = {Direction.N, Direction.E, Direction.S, Direction.W};

    private final Platform platform;
    private final String gameId;
    private final String playerId;
    private final String token;
    private final HonestAnswers answers;
    private final KafkaOutcomes outcomes;
    private final KafkaProducer<String, Command> producer;
    private final JsonHttp http = new JsonHttp();
    private final HttpClient async = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final List<String> robots = new ArrayList<>();
    private int commands;

    private MeasuredPlayer(
            Platform platform, String gameId, HonestAnswers answers, KafkaOutcomes outcomes, JsonNode registered) {
        this.platform = platform;
        this.gameId = gameId;
        this.answers = answers;
        this.outcomes = outcomes;
        playerId = registered.path("playerId").asText();
        token = registered.path("token").asText();
        producer = outcomes == null
                ? null
                : new KafkaProducer<>(
                        TokenLogin.as(
                                new Credentials(
                                        playerId, registered.path("playerName").asText(), token),
                                platform.clientConfig()),
                        new StringSerializer(),
                        Topics.COMMANDS.valueSerde(platform.clientConfig()).serializer());
    }

    static MeasuredPlayer overHttp(Platform platform, String gameId, HonestAnswers answers)
            throws IOException, InterruptedException {
        return new MeasuredPlayer(platform, gameId, answers, null, register(platform));
    }

    static MeasuredPlayer onKafka(Platform platform, String gameId, HonestAnswers answers, KafkaOutcomes outcomes)
            throws IOException, InterruptedException {
        return new MeasuredPlayer(platform, gameId, answers, outcomes, register(platform));
    }

    private static JsonNode register(Platform platform) throws IOException, InterruptedException {
        return new JsonHttp().post(platform.ingestUrl() + "/auth/guest", null, null);
    }

    void join() throws IOException, InterruptedException {
        http.post(url("/participants"), token, null);
    }

    void buyRobots() throws IOException, InterruptedException {
        JsonNode outcome = http.post(
                url("/commands?wait=10000"),
                token,
                JsonNodeFactory.instance.objectNode().put("type", "BuyRobots").put("quantity", ROBOTS));
        for (JsonNode event : outcome.path("events")) {
            if (event.hasNonNull("robotId")) {
                robots.add(event.path("robotId").asText());
            }
        }
        if (robots.isEmpty()) {
            throw new IllegalStateException("An honest player gets no robots: " + outcome);
        }
    }

    /** Sends one command, without waiting for what comes of it. */
    void command() {
        String robotId = robots.get(commands % robots.size());
        // To and fro, so that it stays where it can; what is refused has an outcome as well.
        Direction direction = WAYS[commands / robots.size() % WAYS.length];
        commands++;
        if (outcomes == null) {
            overHttp(robotId, direction);
        } else {
            onKafka(robotId, direction);
        }
    }

    // What comes of it is heard of elsewhere.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void onKafka(String robotId, Direction direction) {
        Command command = new Command(
                UUID.randomUUID().toString(), Instant.now(), gameId, playerId, new MoveRobot(robotId, direction));
        ProducerRecord<String, Command> record = new ProducerRecord<>(Topics.COMMANDS.name(), gameId, command);
        record.headers().add(Topics.AUTHORIZATION_HEADER, ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
        outcomes.sent(command.getCommandId(), gameId);
        producer.send(record);
    }

    private void overHttp(String robotId, Direction direction) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("type", "MoveRobot")
                .put("robotId", robotId)
                .put("direction", direction.name())
                .toString();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url("/commands?wait=" + WAIT_MS)))
                .timeout(ANSWER_MAXIMUM)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        long sentNanos = System.nanoTime();
        var unused = async.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .whenComplete((answer, failure) -> note(answer, failure, (System.nanoTime() - sentNanos) / 1_000_000));
    }

    private void note(HttpResponse<String> answer, Throwable failure, long afterMs) {
        if (failure != null) {
            answers.refused(failure.getClass().getSimpleName(), false, afterMs);
        } else if (answer.statusCode() != 200) {
            boolean expected = answer.statusCode() == 503
                    && answer.headers().firstValue("Retry-After").isPresent();
            answers.refused(
                    answer.statusCode() + " "
                            + JsonHttp.parse(answer.body().isEmpty() ? "{}" : answer.body())
                                    .path("code")
                                    .asText(),
                    answer.statusCode() >= 500 && !expected,
                    afterMs);
        } else if (JsonHttp.parse(answer.body()).path("events").isEmpty()) {
            answers.none(afterMs);
        } else {
            answers.outcome(afterMs);
        }
    }

    private String url(String path) {
        return "%s/games/%s%s".formatted(platform.ingestUrl(), gameId, path);
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }
}
