package dungeon.identity;

import dungeon.platform.core.AdmissionPolicy;
import dungeon.platform.core.Fault;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Handlers;
import dungeon.platform.envelope.Ids;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.schemas.Tick;
import dungeon.schemas.identity.BanPlayer;
import dungeon.schemas.identity.IdentityCommand;
import dungeon.schemas.identity.LiftBan;
import dungeon.schemas.identity.LinkLogin;
import dungeon.schemas.identity.OpenSession;
import dungeon.schemas.identity.RevokeToken;
import dungeon.schemas.identity.RevokeTokens;
import dungeon.schemas.identity.SignIn;
import dungeon.schemas.identity.UnlinkLogin;
import dungeon.schemas.topics.IdentitySubjects;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a command to the identity must look like, and who may give it: who has signed in elsewhere is known to the ingest alone, and
 * tokens are taken back by their player or an administrator, who alone bans players.
 */
final class IdentityAdmission implements AdmissionPolicy<IdentityCommand> {
    /** The service in which people sign in. */
    private static final Principal INGEST = Principal.service("ingest");

    private static final Handlers<List<Fault>, IdentityCommand> FORM = Handlers.<List<Fault>, IdentityCommand>of(
                    IdentityCommand.getClassSchema(), "payload")
            .on(LinkLogin.class, (faults, command, link) -> {
                checkLogin(faults, command);
                checkId(faults, "playerId", link.getPlayerId());
            })
            .on(SignIn.class, (faults, command, signIn) -> checkLogin(faults, command))
            .on(UnlinkLogin.class, (faults, command, unlink) -> checkLogin(faults, command))
            .on(RevokeToken.class, (faults, command, revoke) -> {
                checkAccount(faults, command);
                checkId(faults, "tokenId", revoke.getTokenId());
            })
            .on(RevokeTokens.class, (faults, command, revoke) -> checkAccount(faults, command))
            .on(BanPlayer.class, (faults, command, ban) -> checkAccount(faults, command))
            .on(LiftBan.class, (faults, command, lift) -> checkAccount(faults, command))
            .on(OpenSession.class, (faults, command, open) -> checkAccount(faults, command))
            .ignore(Tick.class)
            .build();

    @Override
    public String kindFault(IdentityCommand command, Principal sender) {
        if (isAboutTokens(command)) {
            return sender.kind() == PrincipalKind.PLAYER || sender.isAdministrator()
                    ? null
                    : "Tokens are taken back by their player or an administrator";
        }
        if (isAboutBans(command)) {
            return sender.isAdministrator() ? null : "Players are banned by administrators";
        }
        return sender.equals(INGEST) ? null : "Who has signed in is told by the ingest alone";
    }

    @Override
    public String identityFault(IdentityCommand command, Principal sender) {
        return !isAboutTokens(command)
                        || sender.isAdministrator()
                        || command.getSubject().equals(IdentitySubjects.ofAccount(sender.playerId()))
                ? null
                : "The token is not for this subject";
    }

    @Override
    public List<Fault> faults(IdentityCommand command) {
        List<Fault> faults = new ArrayList<>();
        FORM.handle(faults, command, (SpecificRecord) command.getPayload());
        return faults;
    }

    /** The first link begins an account elsewhere, and whatever comes first of a player that player's account here. */
    @Override
    public boolean creates(IdentityCommand command) {
        return command.getPayload() instanceof LinkLogin
                || command.getPayload() instanceof OpenSession
                || isAboutTokens(command)
                || isAboutBans(command);
    }

    private static boolean isAboutTokens(IdentityCommand command) {
        return command.getPayload() instanceof RevokeToken || command.getPayload() instanceof RevokeTokens;
    }

    private static boolean isAboutBans(IdentityCommand command) {
        return command.getPayload() instanceof BanPlayer || command.getPayload() instanceof LiftBan;
    }

    private static void checkLogin(List<Fault> faults, IdentityCommand command) {
        if (!IdentitySubjects.isLogin(command.getSubject())) {
            faults.add(new Fault("subject", "must be that of an account elsewhere"));
        }
    }

    private static void checkAccount(List<Fault> faults, IdentityCommand command) {
        if (!IdentitySubjects.isAccount(command.getSubject())) {
            faults.add(new Fault("subject", "must be that of a player's account"));
        }
    }

    private static void checkId(List<Fault> faults, String field, String value) {
        if (!Ids.isCanonical(value)) {
            faults.add(new Fault(field, "must be a UUID in lower case"));
        }
    }
}
