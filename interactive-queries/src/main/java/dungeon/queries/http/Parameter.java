package dungeon.queries.http;

import java.util.List;

/**
 * A query parameter of a route.
 *
 * @param name what it is called
 * @param kind what it is
 * @param names the values that it can have; empty for any
 * @param description what it does
 */
record Parameter(String name, Kind kind, List<String> names, String description) {
    static final String AT_LEAST = "atLeast";

    enum Kind {
        ID,
        NUMBER,
        NAME
    }

    static Parameter id(String name, String description) {
        return new Parameter(name, Kind.ID, List.of(), description);
    }

    static Parameter number(String name, String description) {
        return new Parameter(name, Kind.NUMBER, List.of(), description);
    }

    static Parameter name(String name, List<String> names, String description) {
        return new Parameter(name, Kind.NAME, names, description);
    }
}
