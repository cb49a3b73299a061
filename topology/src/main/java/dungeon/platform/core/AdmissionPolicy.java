package dungeon.platform.core;

import java.util.List;

/**
 * What a context adds to the checks that need nothing but the command and its sender.
 *
 * @param <C> the type of its commands
 */
public interface AdmissionPolicy<C> {
    /** Why a sender of this kind may not give such a command; null if they may. Unknown senders are refused before. */
    String kindFault(C command, Principal sender);

    /** For whom else than the sender the command speaks; null if for nobody. The player in the envelope is looked at before. */
    String identityFault(C command, Principal sender);

    /** What is wrong with the form of the order itself; empty if nothing is. The envelope is looked at before. */
    List<Fault> faults(C command);

    /** Whether the command can be for an aggregate that is not there yet. */
    boolean creates(C command);
}
