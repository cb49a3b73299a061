package dungeon.platform.core;

import dungeon.platform.envelope.Cause;
import dungeon.platform.envelope.CommandFormat;
import dungeon.platform.envelope.Ids;
import dungeon.platform.envelope.PrincipalKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * The checks that come before a context decides: who sent the command, for whom it speaks, when it was issued, whether its form can
 * be right, and whether what it is for is there; in this order, and the first that fails is the outcome.
 */
final class Admission<C extends SpecificRecord> {
    /** Ids of 36 characters are expected; what is a little longer is still repeated in the rejection. */
    static final int ID_LENGTH_MAXIMUM = 64;

    private final BoundedContext<C, ?, ?> context;
    private final CommandFormat<C> format;
    private final AdmissionPolicy<C> policy;

    Admission(BoundedContext<C, ?, ?> context) {
        this.context = context;
        this.format = context.commands();
        this.policy = context.admission();
    }

    /** The rejection of a command that fails one of the checks; null if it passes all. */
    SpecificRecord rejection(C command, CommandMetadata metadata, boolean exists) {
        Principal principal = metadata.principal();
        String unauthenticated = kindFault(command, principal);
        if (unauthenticated != null) {
            return rejection(PlatformCode.UNAUTHENTICATED, unauthenticated);
        }
        String notYou = identityFault(command, principal);
        if (notYou != null) {
            return rejection(PlatformCode.NOT_YOU, notYou);
        }
        Instant issuedAt = format.issuedAt().apply(command);
        if (!metadata.isTimely(issuedAt.toEpochMilli())) {
            return context.rejections()
                    .of(
                            PlatformCode.NOT_TIMELY,
                            "A command may be issued at most 2 minutes before and 1 minute after it arrives",
                            List.of(
                                    new Fault("issuedAt", issuedAt.toString()),
                                    new Fault(
                                            "arrivedAt",
                                            Instant.ofEpochMilli(metadata.appendTimeMs())
                                                    .toString())));
        }
        List<Fault> faults = faults(command, metadata);
        if (!faults.isEmpty()) {
            return context.rejections()
                    .of(PlatformCode.MALFORMED, "The command has fields that cannot be right", faults);
        }
        if (!exists && !policy.creates(command)) {
            return rejection(
                    PlatformCode.UNKNOWN_AGGREGATE,
                    "There is no %s %s"
                            .formatted(context.aggregate(), format.aggregateId().apply(command)));
        }
        return null;
    }

    private String kindFault(C command, Principal principal) {
        if (principal.kind() == PrincipalKind.UNKNOWN) {
            // Such a command does not get here any more, but it is in the logs of games that an earlier build has
            // decided.
            return principal.problem();
        }
        // Whoever could name a cause at will could have the commands of a relay taken for repetitions.
        Cause cause = format.cause().apply(command);
        if (cause != null && !principal.equals(Principal.service(cause.getContext()))) {
            return "Only the service of %s names an event of it as the cause".formatted(cause.getContext());
        }
        return policy.kindFault(command, principal);
    }

    private String identityFault(C command, Principal principal) {
        String playerId = format.playerId().apply(command);
        if (playerId != null && !playerId.equals(principal.playerId())) {
            return "The token is not that of the player whom the command names";
        }
        return policy.identityFault(command, principal);
    }

    private List<Fault> faults(C command, CommandMetadata metadata) {
        boolean tooLong = metadata.bytes() > CommandMetadata.COMMAND_BYTES_MAXIMUM;
        boolean idIsNone = !Ids.isCanonical(format.commandId().apply(command));
        boolean aggregateIsNone = !context.ids().isPossible(format.aggregateId().apply(command));
        List<Fault> ofPayload = policy.faults(command);
        if (!tooLong && !idIsNone && !aggregateIsNone) {
            return ofPayload;
        }
        List<Fault> faults = new ArrayList<>();
        if (tooLong) {
            faults.add(new Fault(
                    "/",
                    "is %d bytes long; %d are allowed"
                            .formatted(metadata.bytes(), CommandMetadata.COMMAND_BYTES_MAXIMUM)));
        }
        if (idIsNone) {
            faults.add(new Fault("commandId", "must be a UUID in lower case"));
        }
        if (aggregateIsNone) {
            faults.add(new Fault(context.idField(), "must be " + context.ids().form()));
        }
        faults.addAll(ofPayload);
        return faults;
    }

    private SpecificRecord rejection(PlatformCode code, String message) {
        return context.rejections().of(code, message, List.of());
    }
}
