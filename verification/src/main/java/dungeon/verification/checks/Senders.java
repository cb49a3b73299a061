package dungeon.verification.checks;

import dungeon.platform.core.Principal;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.verification.audit.Sender;
import dungeon.verification.audit.SentCommand;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The senders of commands in the auditor's terms, which knows nothing of the rules. */
public final class Senders {
    private static final String LOBBY = "lobby";

    private Senders() {}

    /** A command as the auditor takes it: with its sender, as its token says, and the time at which the broker appended it. */
    public static SentCommand sent(PublishedLog.LoggedCommand logged, TokenVerifier verifier) {
        return new SentCommand(
                logged.command(),
                of(principal(logged, verifier)),
                logged.record().timestamp());
    }

    /**
     * Who sent a command of the log. That it is there and no dead letter is the verdict on its token; a token that does not hold any more,
     * because its key was taken away, held then.
     */
    static Principal principal(PublishedLog.LoggedCommand logged, TokenVerifier verifier) {
        return principal(logged.record(), logged.command().getGameId(), verifier);
    }

    /**
     * Who sent a record of a command topic that is no dead letter.
     *
     * @param aggregateId what the command is for
     */
    public static Principal principal(
            ConsumerRecord<byte[], byte[]> record, String aggregateId, TokenVerifier verifier) {
        Principal judged = verifier.verify(record.headers(), aggregateId, record.timestamp());
        return judged.kind() == PrincipalKind.UNKNOWN ? TokenVerifier.believe(record.headers()) : judged;
    }

    /** The same, of a command whose sender is known. */
    static SentCommand sent(GameLog.SentRecord sent) {
        return new SentCommand(sent.command(), of(sent.principal()), sent.appendTimeMs());
    }

    /** The same sender. */
    public static Sender of(Principal caller) {
        return switch (caller.kind()) {
            case PLAYER -> Sender.player(caller.playerId(), caller.name());
            case REGISTRAR -> Sender.registrar(caller.playerId(), caller.name());
            case ADMINISTRATOR -> Sender.administrator();
            // Other services than the lobby's have no say in a game, and whoever is not admitted is nobody.
            case SERVICE -> LOBBY.equals(caller.name()) ? Sender.lobby() : Sender.nobody();
            case UNKNOWN -> Sender.nobody();
        };
    }
}
