package dungeon.verification.siege.attacks;

import dungeon.schemas.MapType;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Asks for games on a map that no drawing can satisfy, each of which costs a hundred drawings. */
final class UnplayableMaps extends Attack {
    private static final int GUESTS = 6;

    private final MapType map = HostileMaps.parsed(HostileMaps.unplayable(1));
    private volatile String mapTypeId = "";

    UnplayableMaps(Battlefield field, HttpFrom http) {
        super(
                new Kind(
                        "unplayable maps",
                        "such a map type, a practice game on it, and on Kafka CreateGame or the lobby is asked, by turns",
                        240,
                        false),
                field,
                http,
                GUESTS);
    }

    /** The lobby may grant one before it knows the map; what must never come is the game. */
    @Override
    boolean isGrant(String event) {
        return event.equals("GameCreated");
    }

    @Override
    public void attempt(Random random) {
        long count = nextTry();
        Guest guest = guest(count / 4);
        if (count % 8 == 0) {
            field.records().send(this, GameFloods.request(map, guest), guest.token());
        } else if (count % 4 == 0) {
            field.records().send(this, GameFloods.create(map, guest, random), guest.token());
        } else if (mapTypeId.isEmpty() || count % 40 == 1) {
            // That a map type is kept is no harm yet; what must never come is a game of it.
            Answer stored = http.post(field.ingest("/map-types"), guest.token(), HostileMaps.unplayable(count));
            tally.answered(stored, false);
            if (stored.status() == 201) {
                mapTypeId = stored.text("mapTypeId");
            }
        } else {
            tally.answered(
                    http.post(
                            field.ingest("/practice-games"),
                            guest.token(),
                            "{\"mapTypeId\":\"%s\"}".formatted(mapTypeId).getBytes(StandardCharsets.UTF_8)),
                    true);
        }
    }
}
