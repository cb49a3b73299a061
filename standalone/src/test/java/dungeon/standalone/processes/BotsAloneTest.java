package dungeon.standalone.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.players.DungeonPlayer;
import dungeon.players.connection.JsonHttp;
import dungeon.players.host.BotsMain;
import dungeon.standalone.machine.FreePorts;
import dungeon.standalone.machine.Machine;
import dungeon.standalone.machine.MachineConfig;
import dungeon.standalone.machine.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of the bots as processes of their own, which share the practice games of a machine. */
@Tag("long")
class BotsAloneTest {
    private static final int BOTS = 2;
    /** Longer than all that is waited for. */
    private static final Duration GAME = Duration.ofMinutes(10);

    private static final Duration SOON = Duration.ofSeconds(60);
    /** Each look reads a game's log. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private static final long STOP_MAXIMUM_S = 20;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private final JsonHttp http = new JsonHttp();
    private final List<Integer> ports = FreePorts.several(2);
    private final Process[] instances = new Process[2];
    private Machine machine;

    @BeforeEach
    void start() throws Exception {
        machine = Machine.claim(
                new MachineConfig(folder.resolve("data"), FreePorts.ofAMachine()).withoutPracticeBots(),
                Progress.onTerminal());
        machine.start();
        startInstance(0);
        startInstance(1);
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process instance : instances) {
            if (instance != null) {
                instance.destroyForcibly().waitFor();
            }
        }
        machine.close();
    }

    @Test
    @Timeout(300)
    void eachGameHasOneHostAndGoesOnAfterItsHostIsKilled() throws Exception {
        List<String> games = practiceGames(4);
        games.forEach(this::awaitBots);
        assertThat(hostsOf(games)).as("hosts of each game").allMatch(hosts -> hosts.size() == 1);
        int victim = hostsOf(games).get(0).iterator().next();
        String game = games.get(0);
        Set<String> bots = botsOf(game);
        await("they play")
                .pollInterval(LOOK_EVERY)
                .atMost(SOON)
                .until(() -> acted(game, bots, 0).equals(bots));

        instances[victim].destroyForcibly().waitFor();
        List<String> more = practiceGames(3);
        more.forEach(this::awaitBots);
        assertThat(hostsOf(more))
                .as("games whose turn it would be are taken by the other")
                .containsOnly(Set.of(1 - victim));

        long before = sequence(game);
        startInstance(victim);

        await("they play on")
                .pollInterval(LOOK_EVERY)
                .atMost(SOON)
                .until(() -> acted(game, bots, before).equals(bots));
        assertThat(botsOf(game)).as("nobody has joined anew").isEqualTo(bots);
        games.addAll(more);
        assertThat(hostsOf(games)).as("hosts of each game").allMatch(hosts -> hosts.size() == 1);
    }

    @Test
    @Timeout(300)
    void anInstanceIsReadyAndStopsInTimeWhileItPlays() throws Exception {
        practiceGames(2).forEach(this::awaitBots);
        for (int i = 0; i < instances.length; i++) {
            int port = ports.get(i);
            await("instance " + i)
                    .atMost(SOON)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> ask(port, "/health/ready").statusCode() == 200);
            assertThat(ask(port, "/metrics").body())
                    .contains("dungeon_bots_games_maximum{application=\"dungeon-bots\"} 16.0");
            instances[i].destroy();
            assertThat(instances[i].waitFor(STOP_MAXIMUM_S, TimeUnit.SECONDS)).isTrue();
            assertThat(instances[i].exitValue()).isEqualTo(143);
        }
    }

    private void startInstance(int number) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BotsMain.class.getName(),
                        "--queries.url=" + machine.platform().queriesUrl(),
                        "--state.dir=" + botsFolder(number),
                        "--http.port=" + ports.get(number),
                        "--instance=" + number,
                        "--instances=" + instances.length)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("bots-%d.log".formatted(number)).toFile()))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        instances[number] = builder.start();
    }

    private Path botsFolder(int number) {
        return folder.resolve("bots-" + number);
    }

    private List<String> practiceGames(int count) throws InterruptedException {
        List<String> games = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            games.add(DungeonPlayer.connect(machine.platform())
                    .asGuest()
                    .practice(BOTS, GAME)
                    .gameId());
        }
        return games;
    }

    private void awaitBots(String gameId) {
        await("bots in " + gameId).atMost(SOON).until(() -> botsOf(gameId).size() == BOTS);
    }

    /** Of each game the instances that keep bots for it. */
    private List<Set<Integer>> hostsOf(List<String> games) {
        return games.stream()
                .map(gameId -> Stream.of(0, 1)
                        .filter(number -> Files.exists(botsFolder(number).resolve(gameId + ".json")))
                        .collect(Collectors.toSet()))
                .toList();
    }

    /** All that have joined but the guest, whose game it is. */
    private Set<String> botsOf(String gameId) throws IOException, InterruptedException {
        JsonNode game = http.get("%s/games/%s".formatted(machine.platform().queriesUrl(), gameId));
        return StreamSupport.stream(game.path("participants").spliterator(), false)
                .map(participant -> participant.path("playerId").asText())
                .filter(playerId -> !playerId.equals(game.path("practiceFor").asText()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of some players of whom there is an event behind another one. */
    private Set<String> acted(String gameId, Set<String> players, long sequence) throws Exception {
        Set<String> acted = new TreeSet<>();
        URI events = URI.create(
                "%s/games/%s/events?from=%d".formatted(machine.platform().queriesUrl(), gameId, sequence + 1));
        HTTP.send(HttpRequest.newBuilder(events).build(), HttpResponse.BodyHandlers.ofLines())
                .body()
                .map(JsonHttp::parse)
                .filter(event -> event.path("type").asText().startsWith("Robot"))
                .forEach(event -> acted.add(event.path("playerId").asText()));
        acted.retainAll(players);
        return acted;
    }

    private long sequence(String gameId) {
        try {
            return http.get("%s/games/%s/scoreboard"
                            .formatted(machine.platform().queriesUrl(), gameId))
                    .path("sequence")
                    .asLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> ask(int port, String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                        .timeout(Duration.ofSeconds(5))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
