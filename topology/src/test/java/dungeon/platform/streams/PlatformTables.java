package dungeon.platform.streams;

/** What the platform keeps beside the tables of a context, by the first byte of its keys. */
public final class PlatformTables {
    private PlatformTables() {}

    public static String nameOf(byte code) {
        return switch (code) {
            case StoreLayout.TIMERS_CODE -> "timers";
            case StoreLayout.DEFERRED_CODE -> "deferred";
            case StoreLayout.IDEMPOTENCY_CODE -> "idempotency";
            default -> throw new IllegalArgumentException("No table has the code " + code);
        };
    }
}
