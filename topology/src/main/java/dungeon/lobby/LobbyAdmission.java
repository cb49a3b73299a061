package dungeon.lobby;

import dungeon.platform.core.AdmissionPolicy;
import dungeon.platform.core.Fault;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Handlers;
import dungeon.platform.envelope.Ids;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.schemas.CreateMapType;
import dungeon.schemas.GameState;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.RemoveMapType;
import dungeon.schemas.RenamePlayer;
import dungeon.schemas.ReportParticipation;
import dungeon.schemas.ReportPracticeGame;
import dungeon.schemas.RequestPracticeGame;
import dungeon.schemas.StoreMapType;
import dungeon.schemas.Tick;
import dungeon.schemas.topics.LobbySubjects;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a command to the lobby must look like, and who may give it: players are registered by the ingest alone, and what has become of
 * games is reported by the robots' game alone.
 */
final class LobbyAdmission implements AdmissionPolicy<LobbyCommand> {
    /** The context that reports; the lobby knows nothing else of it. */
    private static final String REPORTER = "robots";

    private static final Handlers<Form, LobbyCommand> FORM = Handlers.<Form, LobbyCommand>of(
                    LobbyCommand.getClassSchema(), "payload")
            .on(RegisterPlayer.class, (form, command, register) -> {
                String name = register.getPlayerName();
                if (form.check(
                        "playerName",
                        LobbySubjects.isPlayerName(name),
                        "must have 3 to 32 of the characters A-Z, a-z, 0-9, _ and -")) {
                    form.check(
                            "subject",
                            command.getSubject().equals(LobbySubjects.ofPlayer(name)),
                            "must be that of the playerName");
                }
            })
            .on(CreateMapType.class, (form, command, create) -> {
                String id = create.getMapTypeId();
                if (form.id("mapTypeId", id)) {
                    form.check(
                            "subject",
                            command.getSubject().equals(LobbySubjects.ofMapType(id)),
                            "must be that of the mapTypeId");
                }
            })
            .on(StoreMapType.class, (form, command, store) -> form.isOfPlayer(command))
            .on(RemoveMapType.class, (form, command, remove) -> form.id("mapTypeId", remove.getMapTypeId()))
            .on(RequestPracticeGame.class, (form, command, request) -> {
                form.isOfPlayer(command);
                if (request.getMapTypeId() != null) {
                    form.id("mapTypeId", request.getMapTypeId());
                }
                form.between("bots", request.getBots(), 0, LobbyLimits.PRACTICE_BOTS_MAXIMUM);
                form.between(
                        "durationMs",
                        request.getDurationMs(),
                        LobbyLimits.PRACTICE_DURATION_MINIMUM.toMillis(),
                        LobbyLimits.PRACTICE_DURATION_MAXIMUM.toMillis());
            })
            .on(ReportPracticeGame.class, (form, command, report) -> {
                form.isOfPlayer(command);
                form.id("gameId", report.getGameId());
                form.check(
                        "state",
                        report.getState() == GameState.CREATED || report.getState() == GameState.ENDED,
                        "must be CREATED or ENDED");
            })
            .on(RenamePlayer.class, (form, command, rename) -> form.isOfPlayer(command))
            .on(ReportParticipation.class, (form, command, report) -> {
                form.isOfPlayer(command);
                form.id("gameId", report.getGameId());
            })
            .ignore(Tick.class)
            .build();

    @Override
    public String kindFault(LobbyCommand command, Principal sender) {
        Object payload = command.getPayload();
        boolean reports = payload instanceof ReportPracticeGame || payload instanceof ReportParticipation;
        if (reports != (sender.kind() == PrincipalKind.SERVICE)) {
            return reports
                    ? "What has become of a game is reported by its service"
                    : "Nothing else here is for services";
        }
        if (reports && !sender.equals(Principal.service(REPORTER))) {
            return "What has become of a game is reported by the service of " + REPORTER;
        }
        boolean registers = payload instanceof RegisterPlayer;
        if (registers != (sender.kind() == PrincipalKind.REGISTRAR)) {
            return registers ? "Players are registered by the ingest" : "This token is for registering only";
        }
        return null;
    }

    @Override
    public String identityFault(LobbyCommand command, Principal sender) {
        // A map type of the administrator's belongs to nobody, so it is told later who may make one.
        boolean isOfNobody = sender.playerId() == null || command.getPayload() instanceof CreateMapType;
        return isOfNobody || Ids.nameBased(command.getSubject()).equals(sender.playerId())
                ? null
                : "The token is not for this subject";
    }

    @Override
    public List<Fault> faults(LobbyCommand command) {
        Form form = new Form();
        FORM.handle(form, command, (SpecificRecord) command.getPayload());
        return form.faults;
    }

    /** Who registers or makes a map type begins a subject; whoever removes one that is not there is told so. */
    @Override
    public boolean creates(LobbyCommand command) {
        Object payload = command.getPayload();
        return payload instanceof RegisterPlayer
                || payload instanceof CreateMapType
                || payload instanceof RemoveMapType;
    }

    /** What is wrong with one order. */
    private static final class Form {
        private List<Fault> faults = List.of();

        boolean check(String field, boolean holds, String otherwise) {
            if (!holds) {
                faults = new ArrayList<>(faults);
                faults.add(new Fault(field, otherwise));
            }
            return holds;
        }

        /** What is for a player finds no player under another subject, although something may be there. */
        void isOfPlayer(LobbyCommand command) {
            check("subject", LobbySubjects.isPlayer(command.getSubject()), "must be that of a player");
        }

        boolean id(String field, String value) {
            return check(field, Ids.isCanonical(value), "must be a UUID in lower case");
        }

        void between(String field, long value, long least, long most) {
            check(field, value >= least && value <= most, "must be %d to %d".formatted(least, most));
        }
    }
}
