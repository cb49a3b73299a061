package dungeon.platform.queries.http;

import java.util.List;

/**
 * A query parameter of a route.
 *
 * @param name what it is called
 * @param kind what it is
 * @param names the values that it can have; empty for any
 * @param description what it does
 */
public record Parameter(String name, Kind kind, List<String> names, String description) {
    public static final String AT_LEAST = "atLeast";

    public enum Kind {
        ID,
        NUMBER,
        TIME,
        NAME
    }

    public static Parameter id(String name, String description) {
        return new Parameter(name, Kind.ID, List.of(), description);
    }

    public static Parameter number(String name, String description) {
        return new Parameter(name, Kind.NUMBER, List.of(), description);
    }

    public static Parameter time(String name, String description) {
        return new Parameter(name, Kind.TIME, List.of(), description);
    }

    public static Parameter name(String name, List<String> names, String description) {
        return new Parameter(name, Kind.NAME, names, description);
    }
}
