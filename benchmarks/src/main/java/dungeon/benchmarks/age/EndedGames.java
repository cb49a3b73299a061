package dungeon.benchmarks.age;

import dungeon.benchmarks.host.BenchPlayer;
import dungeon.benchmarks.host.PlatformHost;
import dungeon.benchmarks.host.Sent;
import dungeon.benchmarks.load.GameScript;
import dungeon.ingest.config.IngestConfig;
import dungeon.ingest.identity.SigningKeys;
import dungeon.ingest.identity.Token;
import dungeon.ingest.identity.Tokens;
import dungeon.platform.envelope.Ids;
import dungeon.platform.token.Revocations;
import dungeon.schemas.Command;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.topics.LobbySubjects;
import dungeon.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The orders of games of the last two months, each with two players who register and play no other one. All orders of a game are written
 * before those of the next, so that none of them comes after a timer that is long due.
 */
final class EndedGames implements AutoCloseable {
    /** The last of them has been over for longer than anything of a game stays in the topology. */
    private static final Duration OLDEST = Duration.ofDays(60);

    private static final Duration YOUNGEST = Duration.ofDays(3);
    private static final int PLAYERS = 2;
    private static final int ROBOTS = 4;
    private static final Duration TOKEN_LIFE = Duration.ofDays(1);

    /**
     * One that was written.
     *
     * @param events that its commands lead to
     */
    record Written(String gameId, long events) {}

    private final Tokens signing;
    private final KafkaProducer<String, byte[]> producer;
    private final Serializer<Command> commands;
    private final Serializer<LobbyCommand> lobbyCommands;
    private final Instant now = Instant.now();
    private final byte[] administrator;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** Signs with the key of the ingest, which has started once. */
    EndedGames(PlatformHost host) {
        signing = new Tokens(
                SigningKeys.in(host.ingestFolder(), IngestConfig.SERVICE_TOKEN_LIFETIME, Clock.systemUTC()),
                new Revocations(),
                Clock.systemUTC());
        administrator = bytes(signing.forAdministrator(TOKEN_LIFE));
        Map<String, Object> config = new HashMap<>(host.clientConfig());
        config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        commands = Topics.COMMANDS.valueSerde(config).serializer();
        lobbyCommands = Topics.LOBBY_COMMANDS.valueSerde(config).serializer();
        producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Writes one game from its players' registration to its end.
     *
     * @param number of the game, from 0
     * @param all how many there will be
     */
    Written write(int number, int all, int commandsPerPlayer) {
        long spanMs = OLDEST.minus(YOUNGEST).toMillis();
        long beginsAtMs = now.minus(OLDEST).toEpochMilli() + spanMs * number / all;
        List<BenchPlayer> players = new ArrayList<>();
        List<byte[]> tokens = new ArrayList<>();
        for (int i = 0; i < PLAYERS; i++) {
            String name = "old-%d-%d".formatted(number, i);
            BenchPlayer player = new BenchPlayer(i, LobbySubjects.playerId(name), name);
            register(player, beginsAtMs);
            players.add(player);
            tokens.add(bytes(signing.forPlayer(player.playerId(), player.name(), TOKEN_LIFE)));
        }
        GameScript game =
                new GameScript(Ids.timed(beginsAtMs, "old:" + number), players, ROBOTS, number).beginningAt(beginsAtMs);
        game.opening().forEach(sent -> send(sent, tokens));
        for (int i = 0; i < PLAYERS * commandsPerPlayer; i++) {
            send(game.next(), tokens);
        }
        send(game.ending(), tokens);
        return new Written(game.gameId(), game.events());
    }

    private void register(BenchPlayer player, long atMs) {
        String subject = LobbySubjects.ofPlayer(player.name());
        LobbyCommand command = new LobbyCommand(
                UUID.randomUUID().toString(),
                Instant.ofEpochMilli(atMs),
                subject,
                null,
                new RegisterPlayer(player.name()));
        send(
                new ProducerRecord<>(
                        Topics.LOBBY_COMMANDS.name(),
                        null,
                        atMs,
                        subject,
                        lobbyCommands.serialize(Topics.LOBBY_COMMANDS.name(), command)),
                bytes(signing.forRegistration(player.playerId(), player.name())));
    }

    private void send(Sent sent, List<byte[]> tokens) {
        Command command = sent.command();
        send(
                new ProducerRecord<>(
                        Topics.COMMANDS.name(),
                        null,
                        command.getIssuedAt().toEpochMilli(),
                        command.getGameId(),
                        commands.serialize(Topics.COMMANDS.name(), command)),
                sent.player() == Sent.ADMINISTRATOR ? administrator : tokens.get(sent.player()));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The call-back hears of the outcome, and flush throws it.
    private void send(ProducerRecord<String, byte[]> message, byte[] token) {
        message.headers().add(Topics.AUTHORIZATION_HEADER, token);
        producer.send(message, (metadata, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
        });
    }

    /**
     * Waits until all are written.
     *
     * @throws IllegalStateException if one could not be
     */
    void flush() {
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("A command could not be written: " + failure.get(), failure.get());
        }
    }

    private static byte[] bytes(Token token) {
        return token.authorization().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
