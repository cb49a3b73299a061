package dungeon.golden;

import dungeon.schemas.Event;
import java.util.List;

/**
 * A recorded game.
 *
 * @param name which one
 * @param steps its commands in the order of the log, each with its events
 */
public record GoldenGame(String name, List<Step> steps) {
    List<ArrivedCommand> commands() {
        return steps.stream().map(Step::arrived).toList();
    }

    public List<Event> events() {
        return steps.stream().flatMap(step -> step.events().stream()).toList();
    }

    /** The name alone, for the reports of tests. */
    @Override
    public String toString() {
        return name;
    }
}
