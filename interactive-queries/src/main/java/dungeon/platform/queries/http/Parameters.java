package dungeon.platform.queries.http;

import dungeon.platform.envelope.Ids;
import dungeon.platform.problem.ProblemCode;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the parameters of a request; what cannot be understood is MALFORMED. */
public final class Parameters {
    private static final Instant TIME_MAXIMUM = Instant.parse("3000-01-01T00:00:00Z");

    private Parameters() {}

    /** An id in the path. */
    public static String pathId(Context ctx, String name) {
        return id(name, ctx.pathParam(name));
    }

    /** An id in the query, if it is there. */
    public static Optional<String> queryId(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name)).map(value -> id(name, value));
    }

    /** A whole number in the query. */
    public static long number(Context ctx, String name, long fallback, long minimum, long maximum) {
        String value = ctx.queryParam(name);
        return value == null ? fallback : number(name, value, minimum, maximum);
    }

    /** A whole number from anywhere. */
    public static long number(String name, String value, long minimum, long maximum) {
        try {
            long number = Long.parseLong(value);
            if (number >= minimum && number <= maximum) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported with the bounds, like a number out of them.
        }
        String bounds = maximum == Long.MAX_VALUE ? "%d or more" : "from %d to %d";
        throw malformed("%s must be a whole number, ".formatted(name) + bounds.formatted(minimum, maximum));
    }

    /** A time in the query, if it is there. */
    public static Optional<Instant> time(Context ctx, String name) {
        String value = ctx.queryParam(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            Instant time = Instant.parse(value);
            if (!time.isBefore(Instant.EPOCH) && time.isBefore(TIME_MAXIMUM)) {
                return Optional.of(time);
            }
        } catch (DateTimeParseException e) {
            // Reported with an example, like a time out of the bounds.
        }
        throw malformed("%s must be a time such as 2026-11-29T18:30:00Z, from 1970 to 2999".formatted(name));
    }

    /** One of some names in the query, if it is there. */
    public static Optional<String> name(Context ctx, String name, List<String> names) {
        String value = ctx.queryParam(name);
        if (value != null && !names.contains(value)) {
            throw malformed("%s must be one of %s".formatted(name, names));
        }
        return Optional.ofNullable(value);
    }

    public static ProblemException malformed(String detail) {
        return new ProblemException(ProblemCode.MALFORMED, detail);
    }

    private static String id(String name, String value) {
        String canonical = value.toLowerCase(Locale.ROOT);
        if (!Ids.isCanonical(canonical)) {
            throw malformed("%s must be a UUID".formatted(name));
        }
        return canonical;
    }
}
