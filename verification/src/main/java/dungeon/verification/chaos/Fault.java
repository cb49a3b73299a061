package dungeon.verification.chaos;

/** What can go wrong. */
public enum Fault {
    KILL_TOPOLOGY("kill -9 of an instance of the topology"),
    FREEZE_TOPOLOGY("SIGSTOP of an instance of the topology for longer than its session, then SIGCONT"),
    KILL_BROKER("kill -9 of a broker"),
    KILL_TOPOLOGY_AND_BROKER("kill -9 of an instance of the topology and of a broker"),
    CUT_NETWORK("a network cut between an instance of the topology and all brokers"),
    REGISTRY_AWAY("a registry that is away, while an instance of the topology starts"),
    KILL_QUERIES("kill -9 of an instance of the queries"),
    RESTART_QUERIES("kill -9 of an instance of the queries, which is started again at once"),
    FREEZE_QUERIES("SIGSTOP of an instance of the queries for longer than its session, then SIGCONT"),
    KILL_INGEST("kill -9 of command ingest"),
    RESTART_ALL("kill -9 of everything at once, and a new start"),
    ROLLING_RESTART("SIGTERM of each instance, one after the other");

    private final String description;

    Fault(String description) {
        this.description = description;
    }

    /** In words. */
    String description() {
        return description;
    }
}
