package dungeon.verification.siege.attacks;

import dungeon.schemas.CreateMapType;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.MapType;
import dungeon.schemas.StoreMapType;
import dungeon.schemas.topics.LobbySubjects;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Hands in sound map types of 900 kB each, over HTTP and straight on Kafka. */
final class FatMapTypes implements Attack {
    private static final int GUESTS = 10;

    private final Battlefield field;
    private final HttpFrom http;
    private final Tally tally = new Tally();
    private final AtomicLong number = new AtomicLong();
    private List<Guest> guests = List.of();

    FatMapTypes(Battlefield field, HttpFrom http) {
        this.field = field;
        this.http = http;
    }

    @Override
    public String name() {
        return "fat map types";
    }

    @Override
    public String each() {
        return "a map type of 900 kB, half of them on Kafka";
    }

    @Override
    public int perMinute() {
        return 120;
    }

    @Override
    public boolean mayGetThrough() {
        return true;
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
        Guest guest = guests.get((int) (count / 2 % guests.size()));
        byte[] map = HostileMaps.fat(count);
        if (count % 2 == 0) {
            tally.answered(http.post(field.ingest("/map-types"), guest.token(), map), true);
            return;
        }
        MapType parsed = HostileMaps.parsed(map);
        // A player's own map type is asked for under the player's subject; those under one of their own are not for
        // players.
        String mapTypeId = new UUID(random.nextLong(), random.nextLong()).toString();
        boolean own = count % 4 == 1;
        field.records()
                .send(
                        this,
                        new LobbyCommand(
                                UUID.randomUUID().toString(),
                                Instant.now(),
                                own ? LobbySubjects.ofPlayer(guest.playerName()) : LobbySubjects.ofMapType(mapTypeId),
                                guest.playerId(),
                                own ? new StoreMapType(parsed) : new CreateMapType(mapTypeId, parsed)),
                        guest.token());
    }
}
