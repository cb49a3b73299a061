package dungeon.robots.decide;

import dungeon.platform.core.Decision;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Detail;
import dungeon.schemas.RejectionCode;
import java.util.List;

/** How a command of a player is refused. */
final class Refusals {
    private Refusals() {}

    static void refuse(Decision<?> decision, RejectionCode code, String message) {
        refuse(decision, code, message, List.of());
    }

    static void refuse(Decision<?> decision, RejectionCode code, String message, List<Detail> details) {
        decision.reject(new CommandRejected(code, message, details));
    }
}
