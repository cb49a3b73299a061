package dungeon.standalone.audit;

import dungeon.schemas.Action;

/** An action in a robot's queue, and the command that it comes from. */
record WaitingAction(Action action, String commandId) {}
