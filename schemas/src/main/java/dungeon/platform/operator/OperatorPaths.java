package dungeon.platform.operator;

/** Where every service tells how it is. */
public final class OperatorPaths {
    /** Whether it works; 503 if it has to be started anew. */
    public static final String LIVE = "/health/live";

    /** Whether it can do its work now; 503 with the reasons if not. */
    public static final String READY = "/health/ready";

    /** Whether it was ready once, with its stores restored; 503 until then. */
    public static final String STARTED = "/health/started";

    /** Its metrics. */
    public static final String METRICS = "/metrics";

    /** The type of the metrics, which is Prometheus' text. */
    public static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private OperatorPaths() {}
}
