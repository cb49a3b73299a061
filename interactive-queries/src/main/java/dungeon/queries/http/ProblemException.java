package dungeon.queries.http;

import dungeon.platform.problem.ProblemCode;

/** Ends the handling of a request with a problem. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;

    ProblemException(ProblemCode code, String detail) {
        super(detail);
        this.code = code;
    }

    ProblemCode code() {
        return code;
    }

    Problem problem() {
        return Problem.of(code.status(), getMessage(), code);
    }
}
