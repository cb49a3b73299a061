package dungeon.verification.siege.attacks;

import dungeon.platform.core.Chance;
import dungeon.schemas.Command;
import dungeon.schemas.CreateGame;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.MapType;
import dungeon.schemas.RequestPracticeGame;
import dungeon.schemas.Rules;
import dungeon.schemas.topics.LobbySubjects;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Starts practice games, ends them and starts the next ones; and creates games of the largest size straight on Kafka. */
final class GameFloods extends Attack {
    private static final int GUESTS = 20;
    private static final int BOTS = 9;
    private static final long HOUR_MS = 3_600_000L;
    private static final long DAY_MS = 24 * 3_600_000L;

    private final ConcurrentMap<String, String> running = new ConcurrentHashMap<>();
    private final MapType large;

    GameFloods(Battlefield field, HttpFrom http) {
        super(
                new Kind(
                        "game floods",
                        "a practice game (or the end of the one before); on Kafka CreateGame, or the lobby is asked, by turns",
                        480,
                        true),
                field,
                http,
                GUESTS);
        large = HostileMaps.parsed(HostileMaps.large(1));
    }

    /** A player's own game, as CreateGame has it. */
    static Command create(MapType map, Guest guest, Random random) {
        byte[] seed = new byte[Chance.SEED_BYTES];
        random.nextBytes(seed);
        return new Command(
                UUID.randomUUID().toString(),
                Instant.now(),
                GameIds.next(random),
                guest.playerId(),
                CreateGame.newBuilder()
                        .setMap(map)
                        .setRules(Rules.newBuilder().build())
                        .setParticipantLimit(1)
                        .setDurationMs(DAY_MS)
                        .setSeed(ByteBuffer.wrap(seed))
                        .setPracticeFor(guest.playerId())
                        .build());
    }

    /** Asks the lobby for a practice game, as players do on Kafka. */
    static LobbyCommand request(MapType map, Guest guest) {
        return new LobbyCommand(
                UUID.randomUUID().toString(),
                Instant.now(),
                LobbySubjects.ofPlayer(guest.playerName()),
                guest.playerId(),
                RequestPracticeGame.newBuilder()
                        .setMap(map)
                        .setBots(BOTS)
                        .setDurationMs(HOUR_MS)
                        .build());
    }

    @Override
    public void attempt(Random random) {
        long count = nextTry();
        Guest guest = guest(count / 2);
        if (count % 2 == 0) {
            if (count % 4 == 0) {
                field.records().send(this, create(large, guest, random), guest.token());
            } else {
                field.records().send(this, request(large, guest), guest.token());
            }
            return;
        }
        String before = running.remove(guest.playerId());
        if (before != null) {
            tally.answered(
                    http.post(field.ingest("/games/%s/end".formatted(before)), guest.token(), new byte[0]), false);
            return;
        }
        Answer answer = http.post(
                field.ingest("/practice-games"),
                guest.token(),
                "{\"bots\":9,\"durationMs\":3600000}".getBytes(StandardCharsets.UTF_8));
        tally.answered(answer, true);
        if (answer.status() == 201) {
            running.put(guest.playerId(), answer.text("gameId"));
        }
    }
}
