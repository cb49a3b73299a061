package dungeon.golden;

import dungeon.schemas.Event;
import java.util.List;

/**
 * A command, and what came of it.
 *
 * @param arrived the command
 * @param events those of the timers that were due when it arrived, then its own
 */
public record Step(ArrivedCommand arrived, List<Event> events) {}
