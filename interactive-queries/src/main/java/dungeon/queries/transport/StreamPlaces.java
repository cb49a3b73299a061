package dungeon.queries.transport;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Who may have how many streams. */
public final class StreamPlaces {
    /** Why there is no place. */
    public enum Refusal {
        INSTANCE_FULL,
        SHARE_FULL,
        ADDRESS_FULL
    }

    /** There is no place. */
    public static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final Refusal refusal;

        RefusedException(Refusal refusal) {
            super(refusal.name());
            this.refusal = refusal;
        }

        public Refusal refusal() {
            return refusal;
        }
    }

    /**
     * What either kind of clients has of a hundred places for itself, so that bots do not use up the places of those who watch, nor the
     * other way round.
     */
    public static final int RESERVED_PERCENT = 25;

    private final int maximum;
    private final int shareMaximum;
    private final int addressMaximum;
    private final Map<String, Integer> byAddress = new HashMap<>();
    private int programs;
    private int others;

    /**
     * Places, all free.
     *
     * @param maximum how many there are
     * @param reservedPercent how many of a hundred are for programs only, and how many for those only who do not say that they are one
     * @param addressMaximum how many one address can have
     */
    public StreamPlaces(int maximum, int reservedPercent, int addressMaximum) {
        this.maximum = maximum;
        this.shareMaximum = maximum - maximum * reservedPercent / 100;
        this.addressMaximum = addressMaximum;
    }

    /**
     * Takes a place.
     *
     * @return what gives it back; done twice, it does nothing
     */
    public synchronized Runnable take(Client client) throws RefusedException {
        if (programs + others >= maximum) {
            throw new RefusedException(Refusal.INSTANCE_FULL);
        }
        if ((client.isProgram() ? programs : others) >= shareMaximum) {
            throw new RefusedException(Refusal.SHARE_FULL);
        }
        if (!client.isOwn() && byAddress.getOrDefault(client.address(), 0) >= addressMaximum) {
            throw new RefusedException(Refusal.ADDRESS_FULL);
        }
        count(client, 1);
        AtomicBoolean given = new AtomicBoolean();
        return () -> {
            if (!given.getAndSet(true)) {
                count(client, -1);
            }
        };
    }

    private synchronized void count(Client client, int difference) {
        if (client.isProgram()) {
            programs += difference;
        } else {
            others += difference;
        }
        if (!client.isOwn()) {
            byAddress.merge(client.address(), difference, Integer::sum);
            byAddress.remove(client.address(), 0);
        }
    }
}
