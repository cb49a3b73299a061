package dungeon.verification.siege.attacks;

import dungeon.schemas.MapType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Asks for games on a map that no drawing can satisfy, each of which costs a hundred drawings. */
final class UnplayableMaps implements Attack {
    private static final int GUESTS = 6;

    private final Battlefield field;
    private final HttpFrom http;
    private final Tally tally = new Tally();
    private final AtomicLong number = new AtomicLong();
    private final MapType map = HostileMaps.parsed(HostileMaps.unplayable(1));
    private volatile String mapTypeId = "";
    private List<Guest> guests = List.of();

    UnplayableMaps(Battlefield field, HttpFrom http) {
        this.field = field;
        this.http = http;
    }

    @Override
    public String name() {
        return "unplayable maps";
    }

    @Override
    public String each() {
        return "such a map type, a practice game on it, and on Kafka CreateGame or the lobby is asked, by turns";
    }

    @Override
    public int perMinute() {
        return 240;
    }

    @Override
    public boolean mayGetThrough() {
        return false;
    }

    /** The lobby may grant one before it knows the map; what must never come is the game. */
    @Override
    public boolean isGrant(String event) {
        return event.equals("GameCreated");
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        guests = field.guests(http, GUESTS);
    }

    @Override
    public void attempt(Random random) {
        long count = number.incrementAndGet();
        Guest guest = guests.get((int) (count / 4 % guests.size()));
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
