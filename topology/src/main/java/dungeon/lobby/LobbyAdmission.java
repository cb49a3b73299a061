package dungeon.lobby;

import dungeon.platform.core.AdmissionPolicy;
import dungeon.platform.core.Fault;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.schemas.CreateMapType;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.topics.LobbySubjects;
import java.util.List;

/** What a command to the lobby must look like, and who may give it: players are registered by the ingest alone. */
final class LobbyAdmission implements AdmissionPolicy<LobbyCommand> {
    @Override
    public String kindFault(LobbyCommand command, Principal sender) {
        boolean registers = command.getPayload() instanceof RegisterPlayer;
        boolean registrar = sender.kind() == PrincipalKind.REGISTRAR;
        if (registers != registrar) {
            return registers ? "Players are registered by the ingest" : "This token is for registering only";
        }
        return sender.kind() == PrincipalKind.SERVICE ? "Nothing here is for services" : null;
    }

    @Override
    public String identityFault(LobbyCommand command, Principal sender) {
        boolean forAnotherName = sender.kind() == PrincipalKind.REGISTRAR
                && !Ids.nameBased(command.getSubject()).equals(sender.playerId());
        return forAnotherName ? "The token is not for this name" : null;
    }

    @Override
    public List<Fault> faults(LobbyCommand command) {
        return command.getPayload() instanceof RegisterPlayer register
                ? faults(command.getSubject(), register)
                : faults(command.getSubject(), (CreateMapType) command.getPayload());
    }

    private static List<Fault> faults(String subject, RegisterPlayer register) {
        if (!LobbySubjects.isPlayerName(register.getPlayerName())) {
            return List.of(new Fault("playerName", "must have 3 to 32 of the characters A-Z, a-z, 0-9, _ and -"));
        }
        return subject.equals(LobbySubjects.ofPlayer(register.getPlayerName()))
                ? List.of()
                : List.of(new Fault("subject", "must be that of the playerName"));
    }

    private static List<Fault> faults(String subject, CreateMapType create) {
        if (!Ids.isCanonical(create.getMapTypeId())) {
            return List.of(new Fault("mapTypeId", "must be a UUID in lower case"));
        }
        return subject.equals(LobbySubjects.ofMapType(create.getMapTypeId()))
                ? List.of()
                : List.of(new Fault("subject", "must be that of the mapTypeId"));
    }

    @Override
    public boolean creates(LobbyCommand command) {
        return true;
    }
}
