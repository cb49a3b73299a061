package dungeon.standalone.match;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.players.DungeonPlayer;
import dungeon.players.connection.Credentials;
import dungeon.players.connection.EventFeed;
import dungeon.players.connection.PatientHttp;
import dungeon.players.connection.Platform;
import dungeon.players.tictactoe.CellChooser;
import dungeon.players.tictactoe.EasyChooser;
import dungeon.players.tictactoe.PerfectChooser;
import dungeon.players.tictactoe.RoomSeat;
import dungeon.standalone.machine.Machine;
import dungeon.standalone.machine.Progress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Plays a match of tic-tac-toe between the two bots, which come as players like any other, and draws each round. It looks on over the same feed
 * as anybody who watches.
 */
public final class RoomMatch {
    private static final Duration MOVE = Duration.ofSeconds(20);
    private static final String ROW = "%-24s %5s %5s %5s%n";

    private final Machine machine;
    private final Progress progress;
    private final Consumer<String> onWatchable;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Integer> wins = new LinkedHashMap<>();
    private RoundDrawing drawing = new RoundDrawing();
    private int rounds;
    private int draws;

    /**
     * A match on a machine that is running.
     *
     * @param onWatchable gets the address of the page on which it is seen, as soon as the room is there
     */
    public RoomMatch(Machine machine, Progress progress, Consumer<String> onWatchable) {
        this.machine = machine;
        this.progress = progress;
        this.onWatchable = onWatchable;
    }

    /**
     * Plays to the end, and prints how often each has won.
     *
     * @param count how many rounds, 1 to 100
     * @throws IllegalStateException if a bot or a part of the system fails, or the events end before the match does
     */
    public void play(int count) throws InterruptedException {
        Platform platform = machine.platform();
        long seed = ThreadLocalRandom.current().nextLong();
        Credentials perfect = register(platform, "perfect");
        Credentials easy = register(platform, "easy");
        RoomSeat first = RoomSeat.open(platform, perfect, MOVE);
        ExecutorService bots = Executors.newFixedThreadPool(2);
        try (EventFeed feed = EventFeed.of(
                new PatientHttp(), "%s/rooms/%s/events".formatted(platform.queriesUrl(), first.roomId()))) {
            RoomSeat second = RoomSeat.join(platform, easy, first.roomId());
            List<Future<Boolean>> players = List.of(
                    bots.submit(() -> play(first, new PerfectChooser(), count)),
                    bots.submit(() -> play(second, new EasyChooser(seed), count)));
            boolean isClosed = false;
            while (!isClosed) {
                if (feed.isOver()) {
                    throw new IllegalStateException(
                            "The queries have no more events of the room %s, and it was not closed; see their log"
                                    .formatted(first.roomId()));
                }
                for (JsonNode event : feed.next()) {
                    show(event);
                    isClosed |= event.path("type").asText().equals("RoomClosed");
                }
                requireSound(players);
            }
        } finally {
            bots.shutdownNow();
        }
        progress.print("");
        progress.print(table());
    }

    private Credentials register(Platform platform, String kind) throws InterruptedException {
        Credentials player = DungeonPlayer.connect(platform).asOneOf(kind).credentials();
        names.put(player.playerId(), player.playerName());
        wins.put(player.playerId(), 0);
        return player;
    }

    private static boolean play(RoomSeat seat, CellChooser chooser, int count) throws InterruptedException {
        seat.play(chooser, count);
        return true;
    }

    private void show(JsonNode event) {
        switch (event.path("type").asText()) {
            case "RoomCreated" -> {
                String address = "%s/#/tic-tac-toe/%s"
                        .formatted(
                                machine.platform().queriesUrl(),
                                event.path("roomId").asText());
                progress.say("The room is open; watch it at %s".formatted(address));
                onWatchable.accept(address);
            }
            case "RoundStarted" -> {
                drawing = new RoundDrawing();
                progress.say("Round %d: %s plays X and begins, %s plays O"
                        .formatted(
                                event.path("round").asInt(),
                                names.get(event.path("xPlayerId").asText()),
                                names.get(event.path("oPlayerId").asText())));
            }
            case "MarkPlaced" -> drawing.placed(event);
            case "RoundEnded" -> {
                drawing.ended(event);
                rounds++;
                progress.print("");
                progress.print(drawing.text());
                progress.print("");
                progress.say(ending(event));
            }
            default -> {
                // Nothing to be seen.
            }
        }
    }

    private String ending(JsonNode event) {
        String winnerId = event.path("winnerId").asText("");
        if (winnerId.isEmpty()) {
            draws++;
            return "Nobody has won";
        }
        wins.merge(winnerId, 1, Integer::sum);
        String how = switch (event.path("reason").asText()) {
            case "LINE" -> "with three in a line";
            case "TIME_OUT" -> "because the other ran out of time";
            case "LEFT" -> "because the other has left";
            case "ABANDONED" -> "because the other was gone";
            case "RESIGNED" -> "because the other gave up";
            default -> "";
        };
        return "%s has won %s".formatted(names.get(winnerId), how).stripTrailing();
    }

    private String table() {
        StringBuilder table = new StringBuilder(ROW.formatted("player", "won", "drawn", "lost"));
        wins.forEach(
                (playerId, won) -> table.append(ROW.formatted(names.get(playerId), won, draws, rounds - draws - won)));
        return table.toString().stripTrailing();
    }

    private void requireSound(List<Future<Boolean>> players) throws InterruptedException {
        if (machine.failure().isDone()) {
            Throwable cause = machine.failure().join();
            throw new IllegalStateException("A part of the system has failed: " + cause, cause);
        }
        for (Future<Boolean> player : players) {
            if (player.isDone()) {
                try {
                    player.get();
                } catch (ExecutionException e) {
                    throw new IllegalStateException("A bot has failed: " + e.getCause(), e.getCause());
                }
            }
        }
    }
}
