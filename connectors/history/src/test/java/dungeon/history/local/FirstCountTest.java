package dungeon.history.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.history.db.Database;
import dungeon.history.db.Migrations;
import dungeon.history.local.PastGames.Plan;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rankings between a migration, which leaves them empty, and their first count. */
@Tag("broker")
class FirstCountTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> RANKINGS = List.of("ranking", "room_ranking");
    private static final String UNFILLED = "select matviewname from pg_matviews where not ispopulated order by 1";
    private static final String ADA = PastGames.idOf("ada");

    @TempDir
    private Path folder;

    /** Who counts holds the view alone, so whoever asks meanwhile must not wait for it: a few would hold all connections. */
    @Test
    void whoAsksBeforeTheFirstCountIsToldToAskAgainAndDoesNotWait() throws Exception {
        try (WrittenHistory history = WrittenHistory.prepare(folder)) {
            new PastGames(history.sql()).registered("ada", false);
            try (Connection owner = history.sql().as(Roles.OWNER, Database.HISTORY);
                    Statement statement = owner.createStatement()) {
                owner.setAutoCommit(false);
                // What RankingRefresh has for as long as it counts.
                statement.execute("select pg_advisory_xact_lock(1918987883), pg_advisory_xact_lock(1918987884)");
                for (String ranking : RANKINGS) {
                    statement.execute("refresh materialized view " + ranking);
                }
                history.serve();
                for (String path : List.of("ranking", "ranking/tictactoe", "players/" + ADA)) {
                    HttpResponse<String> answer = history.send("/history/" + path);
                    JsonNode problem = JSON.readTree(answer.body());
                    assertThat(answer.statusCode()).as(path).isEqualTo(503);
                    assertThat(answer.headers().firstValue("Retry-After"))
                            .as(path)
                            .hasValue("1");
                    assertThat(problem.path("code").asText()).as(path).isEqualTo("NOT_AVAILABLE");
                    assertThat(problem.path("detail").asText())
                            .as(path)
                            .isEqualTo("The ranking is counted for the first time");
                }
                owner.rollback();
            }
            await("the first count, of nothing")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(history.get("/history/players/" + ADA)
                                    .path("ticTacToe")
                                    .has("asOf"))
                            .isTrue());
        }
    }

    /** As many have ended as were counted before, and still all must be counted. */
    @Test
    void aMigrationLeavesRankingsEmptyAndTheServiceFillsThem() throws Exception {
        try (WrittenHistory history = WrittenHistory.prepare(folder)) {
            Sql sql = history.sql();
            new PastGames(sql).ended(Plan.at("2026-05-01T10:00:00Z"), "ada 1", "bob 2");
            WrittenRoom.opened(sql, "2026-05-01T10:00:00Z", "ada", "PERSON")
                    .joined("bob")
                    .wonByHost(5)
                    .closed("LEFT");
            history.serve();
            awaitAdaIn(history);
            history.stop();

            try (Connection owner = sql.as(Roles.OWNER, Database.HISTORY);
                    Statement statement = owner.createStatement()) {
                statement.execute("update flyway_schema_history set checksum = 0 where script like 'R\\_\\_%'");
            }
            Migrations.migrate(Database.HISTORY, sql.roles().configOf(Database.HISTORY, sql.port()));
            assertThat(sql.rows(Database.HISTORY, UNFILLED)).isEqualTo(RANKINGS);

            history.serve();
            awaitAdaIn(history);
            assertThat(sql.rows(Database.HISTORY, UNFILLED)).isEmpty();
        }
    }

    private static void awaitAdaIn(WrittenHistory history) {
        for (String path : List.of("/history/ranking", "/history/ranking/tictactoe")) {
            await(path)
                    .atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(history.get(path).path("players").findValuesAsText("playerName"))
                                    .startsWith("ada"));
        }
    }
}
