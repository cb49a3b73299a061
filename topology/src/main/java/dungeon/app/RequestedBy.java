package dungeon.app;

import dungeon.schemas.Detail;
import java.util.List;

/** The subject of the lobby that asked for a game, where the game could not be made. */
final class RequestedBy {
    private static final String NAME = "requestedBy";

    private RequestedBy() {}

    /** From the details of a rejection; null if nobody of the lobby asked. */
    static String in(List<Detail> details) {
        return details.stream()
                .filter(detail -> detail.getName().equals(NAME))
                .map(Detail::getValue)
                .findFirst()
                .orElse(null);
    }
}
