package dungeon.platform.operator;

import java.util.List;

/** How a service is. */
public interface Health {
    /** Why it cannot go on without being started anew, in sentences; empty if it can. */
    List<String> fatalProblems();

    /** Why it should get no requests at the moment, in sentences; empty if it should. */
    List<String> problems();

    /** Why it has not done yet what comes before all else, such as restoring its stores, in sentences; empty for ever after. */
    List<String> startProblems();
}
