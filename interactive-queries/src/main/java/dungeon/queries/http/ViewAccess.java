package dungeon.queries.http;

import dungeon.queries.events.Feeds;
import dungeon.queries.views.PartitionLocator;
import dungeon.queries.views.StoreSource;
import org.apache.avro.specific.SpecificRecord;

/**
 * What an instance can ask about a context.
 *
 * @param locator which instance holds what
 * @param stores those of this instance
 * @param feeds hand events to those who follow
 * @param <E> the type of the events
 */
public record ViewAccess<E extends SpecificRecord>(PartitionLocator locator, StoreSource stores, Feeds<E> feeds) {}
