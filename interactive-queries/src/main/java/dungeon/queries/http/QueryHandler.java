package dungeon.queries.http;

import dungeon.queries.views.GameReader;

/** What is asked about a game. */
@FunctionalInterface
interface QueryHandler {
    /** The answer, from the records of a game that exists. */
    Object answer(GameReader game);
}
