package dungeon.standalone.secure;

import java.util.Locale;

/** Who may talk to the brokers beside the players: each service under a name of its own, with a certificate that proves it. */
public enum Service {
    /** Makes topics and rights, and ends what a killed process left open. May do everything. */
    OPERATOR,
    /** The brokers among themselves. May do everything. */
    BROKER,
    /** Decides commands. */
    TOPOLOGY,
    /** Takes commands over HTTP. */
    INGEST,
    /** Answers over HTTP. */
    QUERIES,
    /** The part of the queries that gives the log of an ended game. */
    GAME_LOG,
    STATE_TOPICS,
    ANALYTICS,
    /** Kafka Connect. */
    CONNECTORS,
    /** Replays games and compares. */
    AUDIT,
    /** Writes events into files. */
    EXPORT;

    /** The name in the certificate, and in the ACLs behind {@code User:}. */
    public String principal() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it needs no rights, because it may do everything. */
    boolean mayDoEverything() {
        return this == OPERATOR || this == BROKER;
    }
}
