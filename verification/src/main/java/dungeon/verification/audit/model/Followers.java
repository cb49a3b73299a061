package dungeon.verification.audit.model;

import dungeon.verification.audit.finding.Broken;
import dungeon.verification.audit.finding.Check;
import java.util.ArrayDeque;

/** Which events the rest of a decision consists of. */
public final class Followers {
    private record Follower(String kind, Object subject) {
        @Override
        public String toString() {
            return kind + " of " + subject;
        }
    }

    private final ArrayDeque<Follower> expected = new ArrayDeque<>();

    public void expect(Class<?> kind, Object subject) {
        expected.add(new Follower(kind.getSimpleName(), subject));
    }

    public boolean isEmpty() {
        return expected.isEmpty();
    }

    /** An event that can only come in the wake of another. */
    public void take(Class<?> kind, Object subject) {
        Check.same("the next event of the decision", expected.poll(), new Follower(kind.getSimpleName(), subject));
    }

    /** An event that can only begin a decision. */
    public void checkNone(Class<?> kind) {
        if (!expected.isEmpty()) {
            throw new Broken("the next event of the decision", expected.peek(), kind.getSimpleName());
        }
    }

    @Override
    public String toString() {
        return expected.toString();
    }
}
