package dungeon.history.local;

import dungeon.history.db.Database;
import dungeon.history.db.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;

/** A PostgreSQL with the databases of the history and the users, and a worker that fills them from an installation's log. */
final class LocalHistory implements AutoCloseable {
    private final LocalPostgres postgres;
    private final LocalWorker worker;
    private final Roles roles;

    private LocalHistory(LocalPostgres postgres, LocalWorker worker, Roles roles) {
        this.postgres = postgres;
        this.worker = worker;
        this.roles = roles;
    }

    /**
     * Starts all of it. PostgreSQL answers when this returns; events come in as soon as the worker has found the broker. Only the owner of the folder may
     * look into it, because the passwords are there.
     *
     * @param notice takes what somebody at the terminal has to know
     *
     */
    static LocalHistory start(HistoryConfig config, Consumer<String> notice)
            throws IOException, SQLException, InterruptedException {
        Path folder = Files.createDirectories(config.folder());
        Roles roles = PasswordFile.read(folder.resolve("passwords.properties"));
        LocalPostgres postgres = LocalPostgres.start(folder.resolve("postgres"), config.postgresPort(), roles, notice);
        try {
            for (Database database : Database.values()) {
                Migrations.migrate(database, roles.configOf(database, postgres.port()));
            }
            LocalWorker worker = LocalWorker.start(
                    new WorkerConfig(
                            folder.resolve("worker"),
                            config.bootstrapServers(),
                            config.workerPort(),
                            roles.environment(postgres.port(), config.registryUrl())),
                    WorkerFiles.ofThisBuild(),
                    notice);
            return new LocalHistory(postgres, worker, roles);
        } catch (IOException | SQLException | RuntimeException e) {
            postgres.close();
            throw e;
        }
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
        postgres.close();
    }
}
