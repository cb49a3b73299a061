package dungeon.app;

import dungeon.identity.IdentityContext;
import dungeon.lobby.LobbyContext;
import dungeon.platform.envelope.DeferredCommand;
import dungeon.platform.streams.ContextModule;
import dungeon.robots.RobotsContext;
import dungeon.robots.decide.map.MapTypeFaults;
import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.identity.IdentityCommand;
import dungeon.schemas.identity.IdentityEvent;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.schemas.topics.Topics;
import dungeon.tictactoe.TicTacToeContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** All contexts of the platform, with their topics. */
public final class Contexts {
    public static final ContextModule<Command, Event> ROBOTS =
            new ContextModule<>(RobotsContext.CONTEXT, Topics.COMMANDS, Topics.EVENTS);

    public static final ContextModule<LobbyCommand, LobbyEvent> LOBBY =
            new ContextModule<>(LobbyContext.of(MapTypeFaults::of), Topics.LOBBY_COMMANDS, Topics.LOBBY_EVENTS);

    public static final ContextModule<IdentityCommand, IdentityEvent> IDENTITY =
            new ContextModule<>(IdentityContext.CONTEXT, Topics.IDENTITY_COMMANDS, Topics.IDENTITY_EVENTS);

    public static final ContextModule<TicTacToeCommand, TicTacToeEvent> TICTACTOE =
            new ContextModule<>(TicTacToeContext.CONTEXT, Topics.TICTACTOE_COMMANDS, Topics.TICTACTOE_EVENTS);

    /** In this order in every application; new ones come last, so that the numbers of tasks stay. */
    public static final List<ContextModule<?, ?>> ALL = List.of(ROBOTS, LOBBY, IDENTITY, TICTACTOE);

    /** What runs in one application where nothing else is said. A game that comes later is an application of its own, so that instances of builds without it go on beside the others. */
    public static final List<ContextModule<?, ?>> TOGETHER = List.of(ROBOTS, LOBBY, IDENTITY);

    private Contexts() {}

    /** What is on the topics of all contexts, by topic. */
    static Map<String, Schema> wireSchemas() {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        for (ContextModule<?, ?> module : ALL) {
            schemas.put(
                    module.commands().name(),
                    SpecificData.get().getSchema(module.context().commands().type()));
            schemas.put(
                    module.events().name(),
                    SpecificData.get().getSchema(module.context().events().type()));
        }
        return schemas;
    }

    /** What is in the stores and changelogs of contexts. */
    public static List<Schema> stateSchemas(Collection<ContextModule<?, ?>> modules) {
        Set<Schema> schemas = new LinkedHashSet<>();
        schemas.add(DeferredCommand.getClassSchema());
        for (ContextModule<?, ?> module : modules) {
            module.context()
                    .tables()
                    .all()
                    .forEach(table -> schemas.add(SpecificData.get().getSchema(table.type())));
        }
        return List.copyOf(schemas);
    }

    /**
     * Contexts by name, in the order of {@link #ALL}.
     *
     * @throws IllegalArgumentException if a name is that of none, or there is none at all
     */
    public static List<ContextModule<?, ?>> named(Collection<String> names) {
        Set<String> unknown = new TreeSet<>(names);
        List<ContextModule<?, ?>> named = new ArrayList<>();
        for (ContextModule<?, ?> module : ALL) {
            if (unknown.remove(module.name())) {
                named.add(module);
            }
        }
        if (!unknown.isEmpty() || named.isEmpty()) {
            throw new IllegalArgumentException("The contexts are %s, and not %s"
                    .formatted(ALL.stream().map(ContextModule::name).toList(), names));
        }
        return named;
    }
}
