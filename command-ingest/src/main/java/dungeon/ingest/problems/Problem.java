package dungeon.ingest.problems;

import dungeon.platform.problem.ProblemCode;
import dungeon.schemas.json.JsonFaults;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** A request that cannot be answered as it was meant; becomes {@code application/problem+json}. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final URI ABOUT_BLANK = URI.create("about:blank");

    private final HttpStatus status;
    private final String code;
    private final transient Map<String, Object> properties = new LinkedHashMap<>();
    private final transient HttpHeaders headers = new HttpHeaders();

    /**
     * A problem of a kind.
     *
     * @param detail for people: what is wrong, where, and what to do
     */
    public Problem(ProblemCode code, String detail) {
        this(HttpStatus.valueOf(code.status()), code.code(), detail);
    }

    Problem(HttpStatus status, String code, String detail) {
        // Problems are answers, not failures of the program, so there is no use for a stack trace.
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** Adds a field to the answer; null is left out. */
    public Problem with(String name, Object value) {
        if (value != null) {
            properties.put(name, value);
        }
        return this;
    }

    /** A field that was added to the answer; null if there is none. */
    public Object get(String name) {
        return properties.get(name);
    }

    /** The same problem with other words for people. */
    public Problem withDetail(String detail) {
        Problem other = new Problem(status, code, detail);
        other.properties.putAll(properties);
        other.headers.putAll(headers);
        return other;
    }

    /** Adds the places at fault, and how many there are if these are not all. */
    public Problem withFaults(JsonFaults faults) {
        boolean areAll = faults.count() == faults.named().size();
        return with("faults", faults.named()).with("faultCount", areAll ? null : faults.count());
    }

    /** Adds a header to the answer. */
    public Problem withHeader(String name, String value) {
        headers.add(name, value);
        return this;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public HttpHeaders headers() {
        return headers;
    }

    /** The answer's body. */
    public ProblemDetail body() {
        ProblemDetail body = describe(status, code, getMessage());
        properties.forEach(body::setProperty);
        return body;
    }

    /** The body of a problem that nobody threw. */
    public static ProblemDetail describe(ProblemCode code, String detail) {
        return describe(HttpStatusCode.valueOf(code.status()), code.code(), detail);
    }

    /** The body of a problem that was found elsewhere. */
    public static ProblemDetail describe(HttpStatusCode status, String code, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(ABOUT_BLANK);
        body.setProperty("code", code);
        return body;
    }

    /** The code of what Spring or the server refuses; such as 405 METHOD_NOT_ALLOWED. */
    public static String codeOf(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null ? "ERROR" : known.name();
    }
}
