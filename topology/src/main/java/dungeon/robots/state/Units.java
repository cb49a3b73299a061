package dungeon.robots.state;

/**
 * The units in which state and events hold energy and health, because then both regenerate by a whole number in each millisecond: "4
 * per 5 s" is 4/5,000 per ms, and "5 % of 10 per s" is 50/100,000 per ms.
 */
public final class Units {
    /** So many make one energy. */
    public static final long ENERGY = 5_000;

    /** So many make one health. */
    public static final long HEALTH = 100_000;

    private Units() {}
}
