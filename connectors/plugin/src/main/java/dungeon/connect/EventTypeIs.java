package dungeon.connect;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.transforms.predicates.Predicate;

/**
 * Whether a record is an event of one of some types. It has to be asked before {@link EventRow}; what is no event is of no type.
 *
 * @param <R> the type of the records
 */
public final class EventTypeIs<R extends ConnectRecord<R>> implements Predicate<R>, Versioned {
    public static final String OVERVIEW_DOC = "Is true for events of the dungeon that have one of the types.";
    public static final String TYPES = "types";

    public static final ConfigDef CONFIG_DEF = new ConfigDef()
            .define(
                    TYPES,
                    ConfigDef.Type.LIST,
                    ConfigDef.NO_DEFAULT_VALUE,
                    Importance.HIGH,
                    "The names of the types, such as GameEnded, with commas between them.");

    private Set<String> types;

    @Override
    public String version() {
        return PluginVersion.VERSION;
    }

    @Override
    public ConfigDef config() {
        return CONFIG_DEF;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ConfigException if no type is named
     */
    @Override
    public void configure(Map<String, ?> settings) {
        types = Set.copyOf(new AbstractConfig(CONFIG_DEF, settings, false).getList(TYPES));
        if (types.isEmpty()) {
            throw new ConfigException(TYPES, "", "Name at least one type of event, such as GameEnded");
        }
    }

    @Override
    public boolean test(R record) {
        return EventEnvelope.isIn(record)
                && types.contains(EventEnvelope.of(record).type());
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
