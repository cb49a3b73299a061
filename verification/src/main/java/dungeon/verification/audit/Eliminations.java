package dungeon.verification.audit;

import dungeon.schemas.Event;
import dungeon.schemas.PlayerEliminated;
import dungeon.verification.audit.model.Model;
import dungeon.verification.audit.model.Player;

/** A player without robot, running mining process and the credits for a robot is out, at once. */
final class Eliminations {
    private final Model model;

    Eliminations(Model model) {
        this.model = model;
    }

    void expectIfDue(Player player) {
        if (!player.isEliminated
                && player.livingRobots == 0
                && player.runningProcesses == 0
                && player.balance < model.rules.getRobotPrice()) {
            model.followers.expect(PlayerEliminated.class, player.id);
        }
    }

    void eliminated(Event event) {
        model.followers.take(PlayerEliminated.class, event.getPlayerId());
        model.player(event.getPlayerId()).isEliminated = true;
    }
}
