package dungeon.history.service;

import dungeon.history.db.Database;
import dungeon.history.db.DatabaseConfig;
import dungeon.history.db.DatabaseProblem;
import dungeon.history.db.DatabaseReader;
import dungeon.history.db.RankingRefresh;
import dungeon.history.http.HistoryApi;
import dungeon.platform.metrics.ServiceMeters;
import dungeon.platform.operator.Health;
import dungeon.platform.process.ServiceProcess;
import dungeon.platform.queries.http.HttpServer;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The history's service as one running thing. The databases may come and go; their tables have to be there. */
public final class HistoryApplication implements ServiceProcess.RunningService {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryApplication.class);

    private final HistoryServiceConfig config;
    private final ServiceMeters meters = new ServiceMeters("dungeon-history");
    private final DatabaseReader history;
    private final DatabaseReader users;
    private final HttpServer http;
    private final List<RankingRefresh> rankings;

    private HistoryApplication(HistoryServiceConfig config) {
        this.config = config;
        history =
                new DatabaseReader(Database.HISTORY, config.history().url(), config.reader(), config.readerPassword());
        users = new DatabaseReader(Database.USERS, config.users().url(), config.reader(), config.readerPassword());
        history.measure(meters.registry());
        users.measure(meters.registry());
        try {
            http = HistoryApi.start(config.http(), history, users, new DatabasesHealth(), meters.registry());
        } catch (RuntimeException e) {
            history.close();
            users.close();
            throw e;
        }
        rankings = Stream.of(RankingRefresh.Ranking.GAMES, RankingRefresh.Ranking.ROOMS)
                .map(ranking -> RankingRefresh.start(config.history(), ranking))
                .toList();
        LOG.info("Questions about {} are answered on {}", config, url());
    }

    /**
     * Starts the service, and comes back when it listens.
     *
     * @throws IllegalStateException if the port is taken
     */
    public static HistoryApplication start(HistoryServiceConfig config) {
        return new HistoryApplication(config);
    }

    /** Where it answers, such as {@code http://127.0.0.1:8084}. */
    public String url() {
        return "http://%s:%d".formatted(config.http().host(), http.port());
    }

    @Override
    public void close() {
        rankings.forEach(RankingRefresh::close);
        http.close();
        history.close();
        users.close();
        meters.close();
    }

    private final class DatabasesHealth implements Health {
        @Override
        public List<String> fatalProblems() {
            return List.of();
        }

        @Override
        public List<String> problems() {
            return Stream.concat(problem(history, config.history()), problem(users, config.users()))
                    .toList();
        }

        /** It listens once its tables are up to date, and restores nothing. */
        @Override
        public List<String> startProblems() {
            return List.of();
        }

        /** Why those who ask get no answer, in words that the pool does not have. */
        private Stream<String> problem(DatabaseReader database, DatabaseConfig databaseConfig) {
            if (database.isAvailable()) {
                return Stream.empty();
            }
            String url = databaseConfig.url();
            return Stream.of(DatabaseProblem.connecting(url, config.reader(), config.readerPassword())
                    .orElse("All connections to %s are in use".formatted(url)));
        }
    }
}
