package dungeon.verification.audit.model;

import dungeon.schemas.Action;

/** An action in a robot's queue, and the command that it comes from. */
public record WaitingAction(Action action, String commandId) {}
