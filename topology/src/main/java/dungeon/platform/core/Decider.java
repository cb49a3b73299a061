package dungeon.platform.core;

import dungeon.platform.core.timers.TimerId;

/**
 * What commands and timers cause in a context. Pure; refuses by an event, never by an exception.
 *
 * @param <C> the type of its commands
 * @param <S> its state as decisions read it
 */
public interface Decider<C, S> {
    /** Decides a command that was admitted; of one that creates nothing, the aggregate is there. */
    void decide(Decision<S> decision, C command);

    /** Decides what a timer causes at the time when it is due; it is cancelled already. */
    void fire(Decision<S> decision, TimerId timer);
}
