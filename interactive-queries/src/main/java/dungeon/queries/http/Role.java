package dungeon.queries.http;

/** In which role an instance answers for a game. */
enum Role {
    /** It folds the game's events. */
    ACTIVE,
    /** It follows the one that does, some changes behind. */
    STANDBY
}
