package dungeon.ingest.rooms;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.http.Fields;
import dungeon.schemas.Opponent;
import dungeon.schemas.Pace;
import dungeon.schemas.SearchOpponent;
import dungeon.schemas.topics.FieldBounds;
import dungeon.schemas.topics.SearchForm;

/** Reads the body of {@code POST /matchmaking}, in which everything has a default: a person, at the usual pace. */
final class SearchRequest {
    /** Whoever takes a bot as well waits for a person as long as that is no bother. */
    private static final long BOT_AFTER_MS = 15_000;

    private SearchRequest() {}

    static SearchOpponent read(JsonNode body) {
        Fields fields = new Fields(body);
        Pace pace = fields.oneOf("pace", Pace.class, Pace.NORMAL);
        Opponent bot = fields.oneOf("bot", Opponent.class, null);
        String botFault = SearchForm.botFault(pace, bot);
        if (botFault != null) {
            fields.fault("/bot", botFault);
        }
        long botAfterMs = fields.number(
                "botAfterMs",
                FieldBounds.BOT_AFTER_MS.minimum(),
                FieldBounds.BOT_AFTER_MS.maximum(),
                bot == null ? 0 : BOT_AFTER_MS);
        fields.requireFaultless();
        return new SearchOpponent(pace, bot, botAfterMs);
    }
}
