package dungeon.robots.decide;

import dungeon.platform.core.AdmissionPolicy;
import dungeon.platform.core.Fault;
import dungeon.platform.core.Principal;
import dungeon.schemas.Command;
import dungeon.schemas.CreateGame;
import dungeon.schemas.JoinGame;
import dungeon.schemas.topics.FieldFault;
import dungeon.schemas.topics.GameCommandForm;
import dungeon.schemas.topics.GivenNames;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What a command to a robots' game must look like, and who may give it. */
public final class RobotsAdmission implements AdmissionPolicy<Command> {
    /** The context that counts the practice games of players, and asks for them. */
    private static final String GAMES_ARE_ASKED_FOR_BY = "lobby";

    @Override
    public String kindFault(Command command, Principal sender) {
        return switch (sender.kind()) {
            case PLAYER, ADMINISTRATOR -> null;
            case REGISTRAR -> "This token is for registering only";
            case SERVICE ->
                sender.name().equals(GAMES_ARE_ASKED_FOR_BY) && command.getPayload() instanceof CreateGame
                        ? null
                        : "Services of other contexts do not play";
            case UNKNOWN -> "Only players and administrators play";
        };
    }

    @Override
    public String identityFault(Command command, Principal sender) {
        boolean asSomebodyElse = command.getPayload() instanceof JoinGame join
                && !GivenNames.isOwn(join.getPlayerName(), sender.name(), sender.playerId());
        return asSomebodyElse ? "The token is not that of a player of this name" : null;
    }

    @Override
    public List<Fault> faults(Command command) {
        List<FieldFault> faults = GameCommandForm.faults(command.getGameId(), (SpecificRecord) command.getPayload());
        return faults.isEmpty()
                ? List.of()
                : faults.stream()
                        .map(fault -> new Fault(fault.field(), fault.problem()))
                        .toList();
    }

    @Override
    public boolean creates(Command command) {
        return command.getPayload() instanceof CreateGame;
    }
}
