package dungeon.history.local;

import dungeon.history.db.Database;
import dungeon.history.db.Migrations;
import dungeon.history.service.HistoryApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/** A PostgreSQL with the databases of the history and the users, a worker that fills them from an installation's log, and the service that answers from them. */
final class LocalHistory implements AutoCloseable {
    private static final String POSTGRES = "postgres";
    /** Outside what is thrown away with a database. */
    private static final String PASSED_OVER = "passed-over.txt";

    private final LocalPostgres postgres;
    private final LocalWorker worker;
    private final HistoryApplication service;
    private final Roles roles;

    private LocalHistory(LocalPostgres postgres, LocalWorker worker, HistoryApplication service, Roles roles) {
        this.postgres = postgres;
        this.worker = worker;
        this.service = service;
        this.roles = roles;
    }

    /**
     * Starts all of it. PostgreSQL answers when this returns; events come in as soon as the worker has found the broker. Only the owner of the folder may
     * look into it, because the passwords are there.
     *
     * @param notice takes what somebody at the terminal has to know
     */
    static LocalHistory start(HistoryConfig config, Consumer<String> notice)
            throws IOException, SQLException, InterruptedException {
        Path folder = Files.createDirectories(config.folder());
        Roles roles = PasswordFile.read(folder.resolve("passwords.properties"));
        LocalPostgres postgres = LocalPostgres.start(folder.resolve(POSTGRES), config.postgresPort(), roles, notice);
        try {
            for (Database database : Database.values()) {
                Migrations.migrate(database, roles.configOf(database, postgres.port()));
            }
            LocalWorker worker = startWorker(config, roles, notice);
            try {
                return new LocalHistory(
                        postgres,
                        worker,
                        HistoryApplication.start(roles.serviceConfig(postgres.port(), config.httpPort())),
                        roles);
            } catch (RuntimeException e) {
                worker.close();
                throw e;
            }
        } catch (IOException | SQLException | RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    private static LocalWorker startWorker(HistoryConfig config, Roles roles, Consumer<String> notice)
            throws IOException, SQLException {
        return LocalWorker.start(
                new WorkerConfig(
                        config.folder().resolve("worker"),
                        config.bootstrapServers(),
                        config.kafka(),
                        config.workerPort(),
                        config.connectors(),
                        roles.environment(
                                config.postgresPort(),
                                config.registryUrl(),
                                config.folder().resolve(PASSED_OVER))),
                WorkerFiles.ofThisBuild(),
                notice);
    }

    /** A PostgreSQL that is left of a process that was killed. */
    static Optional<ProcessHandle> orphan(HistoryConfig config) throws IOException {
        return new PostgresFiles(config.folder().resolve(POSTGRES)).running();
    }

    LocalPostgres postgres() {
        return postgres;
    }

    LocalWorker worker() {
        return worker;
    }

    Roles roles() {
        return roles;
    }

    @Override
    public void close() throws IOException {
        postgres.expectEnd();
        worker.close();
        service.close();
        postgres.close();
    }
}
