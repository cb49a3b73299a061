package dungeon.benchmarks.rooms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.benchmarks.host.BenchPlayer;
import dungeon.benchmarks.host.PlatformHost;
import dungeon.benchmarks.measure.Figure;
import dungeon.benchmarks.measure.SteadyRate;
import dungeon.players.connection.PatientHttp;
import dungeon.schemas.tictactoe.CreateRoom;
import dungeon.schemas.tictactoe.OfferRematch;
import dungeon.schemas.tictactoe.PlaceMark;
import dungeon.standalone.processes.TopologyRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/**
 * From a click to the other's screen: people play over HTTP, and the two of a room are connected to different instances of the queries. All
 * processes are on this machine, the clients too.
 */
public final class LiveRoomsBench {
    private static final String PART = "rooms";
    private static final int INSTANCES = 2;

    /** As many as an instance of the queries takes from one address, with room. */
    private static final int ROOMS = 150;

    /** As many guests as one address may make at once, with room; each plays in several rooms. */
    private static final int PLAYERS = 20;

    /** A move of each room every two seconds. */
    private static final int ORDERS_PER_S = 75;

    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration MEASURED = Duration.ofSeconds(30);
    private static final Duration SEEN_MAXIMUM = Duration.ofSeconds(20);
    private static final long POLL_MS = 20;
    private static final double P50 = 50;
    private static final double P99 = 99;
    private static final int HTTP_ACCEPTED = 202;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Path folder;
    private final int rounds;

    /**
     * @param folder for the data; new
     * @param rounds how often it is measured, each time on a new installation
     */
    public LiveRoomsBench(Path folder, int rounds) {
        this.folder = folder;
        this.rounds = rounds;
    }

    public List<Figure> measure(Consumer<String> progress) throws IOException, InterruptedException {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            Path data = folder.resolve("live-%s-%d".formatted(PART, round));
            String state = data.resolve("tictactoe-state").toString();
            try (PlatformHost host =
                            new PlatformHost(data, INSTANCES, Map.of(TopologyRole.TICTACTOE_STATE_DIR, state));
                    RoomScreens screens = new RoomScreens()) {
                host.start();
                new Round(host, screens)
                        .measure()
                        .forEach((name, value) -> values.computeIfAbsent(name, first -> new ArrayList<>())
                                .add(value));
                progress.accept("Measured round %d of what the other sees".formatted(round));
            }
        }
        return values.entrySet().stream()
                .map(entry -> figure(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Figure figure(String name, List<Double> values) {
        int unit = name.lastIndexOf(", ");
        String what = "%d rooms over HTTP, %d orders/s: %s".formatted(ROOMS, ORDERS_PER_S, name.substring(0, unit));
        Figure figure = Figure.of(PART, what, name.substring(unit + 2), values);
        return name.startsWith("not ") ? figure.atMost(0) : figure;
    }

    /** One installation. */
    private static final class Round {
        private final PlatformHost host;
        private final RoomScreens screens;
        private final PatientHttp http = new PatientHttp();
        private final HttpClient clicks = HttpClient.newHttpClient();
        private final AtomicInteger refused = new AtomicInteger();
        private final List<BenchPlayer> players = new ArrayList<>();
        private final List<String> tokens = new ArrayList<>();
        private final List<RoomScript> rooms = new ArrayList<>();
        private int turn;

        Round(PlatformHost host, RoomScreens screens) {
            this.host = host;
            this.screens = screens;
        }

        Map<String, Double> measure() throws IOException, InterruptedException {
            for (int number = 0; number < PLAYERS; number++) {
                JsonNode guest = http.post(host.ingest() + "/auth/guest", null, null);
                players.add(new BenchPlayer(
                        number,
                        guest.path("playerId").asText(),
                        guest.path("playerName").asText()));
                tokens.add(guest.path("token").asText());
            }
            for (int number = 0; number < ROOMS; number++) {
                open(number);
            }
            play(WARM_UP);
            Histogram delaysUs = screens.recordAnew();
            play(MEASURED);
            Map<String, Double> measured = new LinkedHashMap<>();
            String delay = "from a click to the other's screen, ";
            measured.put(delay + "p50, ms", delaysUs.getValueAtPercentile(P50) / 1e3);
            measured.put(delay + "p99, ms", delaysUs.getValueAtPercentile(P99) / 1e3);
            measured.put(delay + "longest, ms", delaysUs.getMaxValue() / 1e3);
            measured.put("not seen, 1", (double) screens.unseen());
            measured.put("not taken, 1", (double) refused.get());
            measured.put("not connected any more, 1", (double) screens.ended());
            return measured;
        }

        /** Both follow it, on different instances. */
        private void open(int number) throws IOException, InterruptedException {
            BenchPlayer first = players.get(number % PLAYERS);
            BenchPlayer second = players.get((number + 1 + number / PLAYERS) % PLAYERS);
            RoomScript room = new RoomScript(number, first, second);
            rooms.add(room);
            RoomOrder opening = room.opening();
            JsonNode outcome = http.post(
                    "%s/rooms/%s/commands?wait=10000".formatted(host.ingest(), opening.roomId()),
                    host.administratorToken(),
                    json(opening));
            if (outcome.path("events").isEmpty()) {
                throw new IllegalStateException("A room was not opened: " + outcome);
            }
            List<URI> queries = host.queries();
            screens.open(
                    watcher(number, first),
                    queries.get(number % INSTANCES),
                    opening.roomId(),
                    tokens.get(first.number()));
            screens.open(
                    watcher(number, second),
                    queries.get((number + 1) % INSTANCES),
                    opening.roomId(),
                    tokens.get(second.number()));
        }

        private static int watcher(int room, BenchPlayer player) {
            return room * PLAYERS + player.number();
        }

        private void play(Duration time) throws InterruptedException {
            List<Integer> turns = new ArrayList<>();
            for (int i = 0; i < ORDERS_PER_S * time.toSeconds(); i++) {
                turn = (turn + 1) % ROOMS;
                turns.add(turn);
            }
            SteadyRate.forEach(turns, ORDERS_PER_S, this::click);
            long deadlineNanos = System.nanoTime() + SEEN_MAXIMUM.toNanos();
            while (screens.unseen() > 0 && System.nanoTime() < deadlineNanos) {
                Thread.sleep(POLL_MS);
            }
        }

        private void click(int number, long dueNanos) {
            RoomScript room = rooms.get(number);
            RoomOrder order = room.next();
            screens.expect(order.commandId(), watcher(number, room.otherThan(order.player())), dueNanos);
            HttpRequest request = HttpRequest.newBuilder(
                            host.ingest().resolve("/rooms/%s/commands".formatted(order.roomId())))
                    .header("Authorization", "Bearer " + tokens.get(order.player()))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json(order).toString()))
                    .build();
            var unused = clicks.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                    .whenComplete((answer, problem) -> {
                        if (problem != null || answer.statusCode() != HTTP_ACCEPTED) {
                            refused.incrementAndGet();
                        }
                    });
        }
    }

    private static ObjectNode json(RoomOrder order) {
        ObjectNode json = NODES.objectNode().put("commandId", order.commandId());
        if (order.payload() instanceof PlaceMark place) {
            return json.put("type", "PlaceMark")
                    .put("round", place.getRound())
                    .put("move", place.getMove())
                    .put("cell", place.getCell());
        }
        if (order.payload() instanceof OfferRematch offer) {
            return json.put("type", "OfferRematch").put("round", offer.getRound());
        }
        CreateRoom create = (CreateRoom) order.payload();
        json.put("type", "CreateRoom");
        ArrayNode players = json.putArray("players");
        create.getPlayers()
                .forEach(player -> players.addObject()
                        .put("playerId", player.getPlayerId())
                        .put("playerName", player.getPlayerName()));
        json.putObject("plan")
                .put("opponent", create.getPlan().getOpponent().name())
                .put("mark", create.getPlan().getMark().name())
                .put("moveMs", create.getPlan().getMoveMs())
                .put("roundMs", create.getPlan().getRoundMs());
        return json;
    }
}
