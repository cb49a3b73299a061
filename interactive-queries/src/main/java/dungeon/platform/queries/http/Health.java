package dungeon.platform.queries.http;

import java.util.List;

/** How the application is. */
public interface Health {
    /** Why it cannot go on without being started anew, in sentences; empty if it can. */
    List<String> fatalProblems();

    /** Why it should get no requests at the moment, in sentences; empty if it should. */
    List<String> problems();
}
