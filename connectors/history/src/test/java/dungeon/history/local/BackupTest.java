package dungeon.history.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dungeon.history.db.Database;
import dungeon.history.db.DatabaseConfig;
import dungeon.history.db.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history is brought back to the moment before somebody spoilt it, from a base backup and the log of changes, as CloudNativePG does it. */
@Tag("broker")
class BackupTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void bringsBackWhatWasThereBeforeItWasSpoilt() throws Exception {
        Path archive = Files.createDirectory(folder.resolve("archive"));
        Path backup = folder.resolve("backup");
        String moment;
        try (EmbeddedPostgres postgres =
                        builder("data").setServerConfig("archive_mode", "on").start();
                Connection superuser = postgres.getPostgresDatabase().getConnection();
                Statement server = superuser.createStatement()) {
            server.execute("alter system set archive_command = 'cp \"%%p\" \"%s/%%f\"'".formatted(archive));
            server.execute("select pg_reload_conf()");
            for (String role : List.of("dungeon_owner", "dungeon_writer", "dungeon_reader")) {
                server.execute("create role %s login password 'of-the-test'".formatted(role));
            }
            server.execute("create database history owner dungeon_owner");
            Migrations.migrate(
                    Database.HISTORY,
                    new DatabaseConfig(
                            "jdbc:postgresql://127.0.0.1:%d/history".formatted(postgres.getPort()),
                            "dungeon_owner",
                            "of-the-test",
                            "dungeon_writer",
                            "dungeon_reader"));

            try (Connection connection = history(postgres);
                    Statement history = connection.createStatement()) {
                addEvent(history, 1);
                server.execute("select pg_backup_start('nightly', fast => true)");
                copy(folder.resolve("data"), backup);
                Files.writeString(
                        backup.resolve("backup_label"), text(server, "select labelfile from pg_backup_stop()"));
                addEvent(history, 2);
                moment = text(history, "select clock_timestamp()");
                addEvent(history, 3);
                history.execute("drop table events cascade");
            }
            String last = text(server, "select pg_walfile_name(pg_switch_wal())");
            await("the last piece of the log in the archive")
                    .atMost(PATIENCE)
                    .until(() -> Files.exists(archive.resolve(last)));
        }

        Files.writeString(
                backup.resolve("postgresql.auto.conf"), """
                archive_command = ''
                restore_command = 'cp "%s/%%f" "%%p"'
                recovery_target_time = '%s'
                recovery_target_action = 'promote'
                """.formatted(archive, moment), StandardOpenOption.APPEND);
        Files.createFile(backup.resolve("recovery.signal"));
        try (EmbeddedPostgres restored = builder("backup").start();
                Connection connection = history(restored);
                Statement history = connection.createStatement()) {
            await("the end of the recovery")
                    .atMost(PATIENCE)
                    .until(() -> text(history, "select pg_is_in_recovery()").equals("f"));
            assertThat(text(history, "select string_agg(sequence::text, ' ' order by sequence) from events"))
                    .isEqualTo("1 2");
            // It is a history like any other: it takes what the connectors write again.
            addEvent(history, 3);
            assertThat(text(history, "select last_sequence || ' ' || complete from completeness"))
                    .isEqualTo("3 true");
        }
    }

    private EmbeddedPostgres.Builder builder(String data) {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setDataDirectory(folder.resolve(data))
                .setCleanDataDirectory(false)
                .setPGStartupWait(PATIENCE);
    }

    private static Connection history(EmbeddedPostgres postgres) throws SQLException {
        return postgres.getDatabase("postgres", "history").getConnection();
    }

    private static void addEvent(Statement history, int sequence) throws SQLException {
        history.execute("""
                insert into events values
                ('00000000-0000-7000-8000-000000000000', %d, now(), 'GameCreated', null, null, 0, '{}')""".formatted(sequence));
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    /** What a base backup is: the files as they come, which the log of changes makes whole. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                // Whatever is no folder: the server renames and deletes pieces of the log meanwhile.
                boolean isLog = file.startsWith(from.resolve("pg_wal"));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!isLog && !file.endsWith("postmaster.pid") && !file.endsWith("epg-lock")) {
                    Files.copy(file, target);
                }
            }
        }
        Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }
}
