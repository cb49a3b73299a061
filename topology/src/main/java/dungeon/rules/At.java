package dungeon.rules;

/** A place on a map, as a key. */
record At(int x, int y) {}
