package dungeon.verification.siege.attacks;

import dungeon.schemas.CreateMapType;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.MapType;
import dungeon.schemas.StoreMapType;
import dungeon.schemas.topics.LobbySubjects;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** Hands in map types of 900 kB, and sound ones as large as are kept, over HTTP and straight on Kafka. */
final class FatMapTypes extends Attack {
    private static final int GUESTS = 10;

    FatMapTypes(Battlefield field, HttpFrom http) {
        super(
                new Kind(
                        "fat map types",
                        "a map type of 900 kB or the largest that is kept, half of them on Kafka",
                        120,
                        true),
                field,
                http,
                GUESTS);
    }

    @Override
    public void attempt(Random random) {
        long count = nextTry();
        Guest guest = guest(count / 2);
        byte[] map = count % 8 < 4 ? HostileMaps.fat(count) : HostileMaps.tooFat(count);
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
