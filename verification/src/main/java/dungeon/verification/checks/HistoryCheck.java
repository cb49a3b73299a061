package dungeon.verification.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.players.connection.JsonHttp;
import dungeon.schemas.Event;
import dungeon.schemas.GameEnded;
import dungeon.schemas.json.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/** Holds what the history has of a game that is over against the published events. */
public final class HistoryCheck {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonHttp http = new JsonHttp();
    private final String url;

    /** @param historyUrl its base address, or that of the one door */
    public HistoryCheck(String historyUrl) {
        url = historyUrl;
    }

    /**
     * Whether all events have come to it; it is filled a moment after they are published.
     *
     * @throws IOException if it does not answer, or has no such game yet
     */
    public boolean hasAllOf(GameLog log) throws IOException, InterruptedException {
        JsonNode game = http.get(addressOf(log));
        return game.path("complete").asBoolean()
                && game.path("lastSequence").asLong() == numbered(log).size();
    }

    /**
     * Asks for the result and for every event, and compares.
     *
     * @throws BrokenPromiseException with the first difference
     */
    public void answersAreTheLog(GameLog log) throws IOException, InterruptedException {
        String game = addressOf(log);
        same(resultOf(log), resultOf(http.get(game)), () -> "The result of " + game);
        List<JsonNode> events = eventsOf(game);
        List<Event> expected = numbered(log);
        for (int i = 0; i < Math.min(expected.size(), events.size()); i++) {
            int sequence = i + 1;
            same(json(expected.get(i)), events.get(i), () -> "Event %d of %s".formatted(sequence, game));
        }
        same(expected.size(), events.size(), () -> "The number of events of " + game);
    }

    private String addressOf(GameLog log) {
        return "%s/history/games/%s".formatted(url, log.gameId());
    }

    private List<JsonNode> eventsOf(String game) throws IOException, InterruptedException {
        List<JsonNode> events = new ArrayList<>();
        String from = "";
        while (from != null) {
            JsonNode page = http.get(game + "/events" + from);
            page.path("events").forEach(events::add);
            from = page.has("next") ? "?from=" + page.path("next").asText() : null;
        }
        return events;
    }

    /** Refusals from before the game was there stand outside of its sequence. */
    private static List<Event> numbered(GameLog log) {
        return log.events().stream().filter(event -> event.getSequence() > 0).toList();
    }

    /** Sorted, because players of one rank have no order. */
    private static List<String> resultOf(GameLog log) {
        return log.events().stream()
                .map(Event::getPayload)
                .filter(GameEnded.class::isInstance)
                .map(GameEnded.class::cast)
                .flatMap(end -> end.getStandings().stream())
                .map(standing -> "%d %s %d".formatted(standing.getRank(), standing.getPlayerId(), standing.getTotal()))
                .sorted()
                .toList();
    }

    private static List<String> resultOf(JsonNode game) {
        List<String> result = new ArrayList<>();
        game.path("results")
                .forEach(standing -> result.add("%d %s %d"
                        .formatted(
                                standing.path("rank").asInt(),
                                standing.path("playerId").asText(),
                                standing.path("total").asInt())));
        result.sort(Comparator.naturalOrder());
        return result;
    }

    /** Read back, so that numbers are of the same kind as those of an answer. */
    private static JsonNode json(SpecificRecord event) {
        try {
            return JSON.readTree(JsonWriter.flat(event).toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event is no JSON", e);
        }
    }

    private static void same(Object expected, Object actual, Supplier<String> what) {
        BrokenPromiseException.unlessEqual(expected, actual, what);
    }
}
