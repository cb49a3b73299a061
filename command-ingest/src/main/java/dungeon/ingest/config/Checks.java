package dungeon.ingest.config;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** What settings have to be, said with their name. */
final class Checks {
    private Checks() {}

    static void positive(int value, String name) {
        require(value > 0, name, "1 or more", value);
    }

    static void positive(Duration value, String name) {
        require(!value.isNegative() && !value.isZero(), name, "longer than nothing", value);
    }

    static void positive(DataSize value, String name) {
        require(!value.isNegative() && value.toBytes() > 0, name, "more than nothing", value);
    }

    static void require(boolean holds, String name, String expected, Object actual) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "dungeon.ingest.%s must be %s, and is %s".formatted(name, expected, actual));
        }
    }
}
