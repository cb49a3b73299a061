package dungeon.app;

import dungeon.platform.envelope.Ids;
import dungeon.platform.streams.RelayPolicy;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A relay in virtual time: it reads a log in order, sends what follows, and can go back to what it has committed. */
final class VirtualRelay<E> {
    private final List<E> log;
    private final RelayPolicy<E> policy;
    private final Function<E, String> commandIdPrefix;
    private final BiConsumer<String, RelayPolicy.Outgoing> send;
    private int next;
    private int committed;
    boolean stands;

    /**
     * @param commandIdPrefix of the ids of all commands that an event leads to; another one for each event
     * @param send takes the id of a command and the command
     */
    VirtualRelay(
            List<E> log,
            RelayPolicy<E> policy,
            Function<E, String> commandIdPrefix,
            BiConsumer<String, RelayPolicy.Outgoing> send) {
        this.log = log;
        this.policy = policy;
        this.commandIdPrefix = commandIdPrefix;
        this.send = send;
    }

    /** Sends what follows from the next event; gives whether there was one. */
    boolean step() {
        if (stands || next == log.size()) {
            return false;
        }
        E event = log.get(next++);
        List<RelayPolicy.Outgoing> outgoing = policy.commandsFor(event);
        for (int number = 0; number < outgoing.size(); number++) {
            send.accept(Ids.nameBased(commandIdPrefix.apply(event) + number), outgoing.get(number));
        }
        return true;
    }

    void commit() {
        committed = next;
    }

    void crash() {
        next = committed;
    }

    /** Lets relays send all that they have, and all that follows from that. */
    static void settle(List<VirtualRelay<?>> relays) {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (VirtualRelay<?> relay : relays) {
                moved |= relay.step();
            }
        }
    }
}
