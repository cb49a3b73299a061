package dungeon.ingest.server;

import dungeon.ingest.problems.Problem;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses what a browser sends by going somewhere, as it does with a form: our page asks with scripts, and sends no forms, so it is a page
 * of another site. It could not read the answer, but the browser would take the cookie, and a guest's session would give way to another.
 */
final class Navigations extends ValveBase {
    private static final String MODE = "Sec-Fetch-Mode";
    private static final String NAVIGATE = "navigate";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final JsonMapper mapper;

    Navigations(JsonMapper mapper) {
        super(true);
        this.mapper = mapper;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!NAVIGATE.equals(request.getHeader(MODE)) || READING.contains(request.getMethod())) {
            getNext().invoke(request, response);
            return;
        }
        HttpStatus status = HttpStatus.FORBIDDEN;
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(mapper.writeValueAsBytes(Problem.describe(
                        status, Problem.codeOf(status), "Pages send nothing here with forms; ask with a script")));
    }
}
