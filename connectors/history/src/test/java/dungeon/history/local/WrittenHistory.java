package dungeon.history.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.history.db.Database;
import dungeon.history.db.Migrations;
import dungeon.history.service.HistoryApplication;
import dungeon.standalone.machine.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** A history with its service, into which tests write what has happened. */
final class WrittenHistory implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final LocalPostgres postgres;
    private final Roles roles;
    private HistoryApplication service;

    private WrittenHistory(LocalPostgres postgres, Roles roles) {
        this.postgres = postgres;
        this.roles = roles;
    }

    /** Its databases, with their tables. */
    static WrittenHistory prepare(Path folder) throws Exception {
        int port = FreePorts.one();
        Roles roles = PasswordFile.read(folder.resolve("passwords.properties"));
        LocalPostgres postgres = LocalPostgres.start(folder.resolve("postgres"), port, roles, notice -> {});
        for (Database database : Database.values()) {
            Migrations.migrate(database, roles.configOf(database, port));
        }
        return new WrittenHistory(postgres, roles);
    }

    /** Lets it answer. */
    void serve() {
        service = HistoryApplication.start(roles.serviceConfig(postgres.port(), 0));
    }

    Sql sql() {
        return new Sql(postgres.port(), roles);
    }

    LocalPostgres postgres() {
        return postgres;
    }

    String url() {
        return service.url();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    HttpResponse<String> send(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(url() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode assertProblem(int status, String code, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(path);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(status);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        return problem;
    }

    @Override
    public void close() throws IOException {
        if (service != null) {
            service.close();
        }
        postgres.close();
    }
}
