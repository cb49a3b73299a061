package dungeon.verification.audit;

import dungeon.schemas.CommandRejected;
import dungeon.schemas.Detail;
import dungeon.schemas.Event;
import dungeon.schemas.GameState;
import dungeon.schemas.RejectionCode;
import dungeon.verification.audit.finding.Broken;
import dungeon.verification.audit.finding.Check;
import dungeon.verification.audit.model.Model;
import dungeon.verification.audit.model.Player;

/** Whether a refusal can be right, as far as can be told without the command. */
final class Rejections {
    private final Model model;
    private final Causes causes;

    Rejections(Model model, Causes causes) {
        this.model = model;
        this.causes = causes;
    }

    void rejected(Event event, CommandRejected rejected) {
        model.followers.checkNone(CommandRejected.class);
        Check.same("remaining", 0, event.getRemaining());
        causes.refusedCommand(event, rejected.getCode());
        Player player = event.getPlayerId() == null ? null : model.players.get(event.getPlayerId());
        boolean isJustified = switch (rejected.getCode()) {
            case UNKNOWN, UNKNOWN_GAME, NAME_TAKEN, MAP_TYPE_EXISTS, INVALID_MAP, INVALID_RULES -> false;
            case GAME_NOT_RUNNING -> model.state != GameState.STARTED;
            case WRONG_STATE -> model.state != GameState.CREATED;
            case NOT_A_PARTICIPANT -> player == null;
            case ELIMINATED -> player != null && player.isEliminated;
            case GAME_FULL ->
                model.players.size()
                        >= model.placesFor(event.getPlayerId(), event.getTime().toEpochMilli());
            case ALREADY_JOINED -> player != null;
            case UNKNOWN_ROBOT,
                    UNKNOWN_TARGET,
                    NOT_OWNER,
                    ROBOT_DESTROYED,
                    QUEUE_FULL,
                    NOT_A_STATION,
                    ROBOT_LIMIT,
                    INSUFFICIENT_FUNDS,
                    MAX_LEVEL -> model.state == GameState.STARTED && player != null && !player.isEliminated;
            default -> true;
        };
        Check.holds(
                "refusal",
                isJustified,
                "one that the game gives reason for",
                rejected.getCode() + ": " + rejected.getMessage());
        if (rejected.getCode() == RejectionCode.INSUFFICIENT_FUNDS) {
            Check.same("balance in the details", player.balance, number(rejected, "balance"));
            Check.within("price in the details", player.balance + 1, Long.MAX_VALUE, number(rejected, "price"));
        }
    }

    private static long number(CommandRejected rejected, String name) {
        for (Detail detail : rejected.getDetails()) {
            if (detail.getName().equals(name)) {
                return Long.parseLong(detail.getValue());
            }
        }
        throw new Broken("details", name, rejected.getDetails());
    }
}
