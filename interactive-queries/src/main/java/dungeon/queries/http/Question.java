package dungeon.queries.http;

import dungeon.queries.views.GameReader;

/** What is asked about a game. */
@FunctionalInterface
interface Question {
    /** The answer, from the records of a game that exists. */
    Object answer(GameReader game);
}
