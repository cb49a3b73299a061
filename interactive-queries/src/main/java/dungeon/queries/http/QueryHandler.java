package dungeon.queries.http;

import dungeon.queries.views.AggregateReader;

/**
 * What is asked about an aggregate.
 *
 * @param <R> reads it
 */
@FunctionalInterface
interface QueryHandler<R extends AggregateReader> {
    /** The answer, from the records of one that exists. */
    Object answer(R aggregate);
}
