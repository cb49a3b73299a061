package dungeon.benchmarks.feeds;

import dungeon.benchmarks.host.BenchPlayer;
import dungeon.benchmarks.load.GameScript;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.Event;
import dungeon.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Games whose events are written to their topic in transactions, as the topology does it, but at a given rate. The rules decide them
 * as for the other parts of the benchmark, and no topology takes part of the cores.
 */
final class FeedGames implements AutoCloseable {
    /** The topology commits as often. */
    private static final long COMMIT_NANOS = 25_000_000;

    private static final int ROBOTS = 20;

    private final List<GameScript> games = new ArrayList<>();
    private final Commits commits;
    private final KafkaProducer<String, Event> producer;
    /** What was decided and is not written yet. */
    private final List<Event> decided = new ArrayList<>();

    private int turn;

    /**
     * Games that do not exist yet.
     *
     * @param name tells them from those of other parts
     */
    FeedGames(Map<String, Object> clientConfig, String name, int count, Commits commits) {
        this.commits = commits;
        List<BenchPlayer> players = BenchPlayer.several(GameScript.playersFor(ROBOTS));
        for (int i = 0; i < count; i++) {
            GameScript game = new GameScript(
                    Ids.timed(System.currentTimeMillis(), "feeds:%s:%d:%d".formatted(name, count, i)),
                    players,
                    ROBOTS,
                    i);
            game.listen(decided::add);
            games.add(game);
        }
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "bench-feeds-%s-%d".formatted(name, count));
        config.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        producer = new KafkaProducer<>(
                config,
                new StringSerializer(),
                Topics.EVENTS.valueSerde(clientConfig).serializer());
        producer.initTransactions();
    }

    /** Creates all games. */
    void open() {
        producer.beginTransaction();
        games.forEach(GameScript::opening);
        decided.forEach(this::write);
        decided.clear();
        producer.commitTransaction();
    }

    String gameId(int game) {
        return games.get(game).gameId();
    }

    /**
     * Lets the games go on in turn.
     *
     * @param perSecond events of all games together
     * @return how many events were committed of each game
     */
    int[] play(double perSecond, long forNanos) {
        int[] events = new int[games.size()];
        long start = System.nanoTime();
        long written = 0;
        for (long due = start; due < start + forNanos; due += COMMIT_NANOS) {
            LockSupport.parkNanos(due - System.nanoTime());
            List<int[]> placed = new ArrayList<>();
            producer.beginTransaction();
            while (written < (due - start) / 1e9 * perSecond) {
                int game = turn++ % games.size();
                games.get(game).next();
                for (Event event : decided) {
                    write(event);
                    placed.add(new int[] {game, Math.toIntExact(event.getSequence())});
                    events[game]++;
                    written++;
                }
                decided.clear();
            }
            if (placed.isEmpty()) {
                producer.abortTransaction();
                continue;
            }
            producer.flush();
            // From the moment at which the commit begins, since readers can have the events before it returns.
            long now = System.nanoTime();
            placed.forEach(place -> commits.committed(place[0], place[1], now));
            producer.commitTransaction();
        }
        return events;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The commit throws what went wrong.
    private void write(Event event) {
        producer.send(new ProducerRecord<>(Topics.EVENTS.name(), event.getGameId(), event));
    }

    @Override
    public void close() {
        producer.close();
    }
}
