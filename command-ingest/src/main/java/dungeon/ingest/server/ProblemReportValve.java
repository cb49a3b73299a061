package dungeon.ingest.server;

import dungeon.ingest.problems.Problem;
import java.io.IOException;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** What Tomcat refuses before the application sees it, such as an address that is none, as a problem too. */
final class ProblemReportValve extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemReportValve.class);

    /** Of an HTTP that there is not: the sender's fault, which is not to look like one of ours. */
    private static final Set<Integer> PROTOCOL_REFUSALS =
            Set.of(HttpStatus.NOT_IMPLEMENTED.value(), HttpStatus.HTTP_VERSION_NOT_SUPPORTED.value());

    private final JsonMapper mapper;

    ProblemReportValve(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (PROTOCOL_REFUSALS.contains(response.getStatus())) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ProblemDetail problem = Problem.describe(
                status,
                Problem.codeOf(status),
                "The server refused the request (%s)".formatted(status.getReasonPhrase()));
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(mapper.writeValueAsBytes(problem));
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("The client did not wait for its error", e);
        }
    }
}
