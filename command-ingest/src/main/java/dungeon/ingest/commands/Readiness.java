package dungeon.ingest.commands;

import dungeon.ingest.problems.Problem;
import dungeon.ingest.problems.Problems;
import dungeon.platform.problem.ProblemCode;

/** Whether commands can be taken now, and if not, why. */
public final class Readiness {
    /**
     * What stands in the way.
     *
     * @param code of the problem that requests get meanwhile
     * @param detail for people
     */
    public record Obstacle(ProblemCode code, String detail) {}

    private volatile boolean wasReady;
    private volatile Obstacle obstacle = new Obstacle(ProblemCode.STARTING, "The application is starting");

    /** What stands in the way, or null. */
    public Obstacle obstacle() {
        return obstacle;
    }

    /** Whether commands could be taken at least once. */
    boolean wasReady() {
        return wasReady;
    }

    void isReady() {
        obstacle = null;
        wasReady = true;
    }

    void isNotReady(ProblemCode code, String detail) {
        obstacle = new Obstacle(code, detail);
    }

    /**
     * Passes if commands can be taken.
     *
     * @throws Problem with status 503, if not; this is quicker than to wait for what is known to be away
     */
    public void require() {
        Obstacle current = obstacle;
        if (current != null) {
            throw Problems.unavailable(current.code(), current.detail());
        }
    }

    /**
     * Passes if the log was read up to the end at least once, whatever stands in the way now.
     *
     * @throws Problem with status 503, if not
     */
    public void requireOnce() {
        if (!wasReady) {
            require();
        }
    }
}
