package dungeon.platform.core.state;

import dungeon.schemas.Resource;
import dungeon.schemas.state.Counters;
import dungeon.schemas.state.Kills;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Secret;

/** A table of each kind, with records of the robots' game that have the right fields and no further sense. */
public final class ToyTables {
    private static final Tables OF_A_TOY = Tables.of("toy");

    public static final Table<String, Mine> MINES = OF_A_TOY.many(
                    1, "mines", Mine.class, KeyCodec.TEXTS, mine -> String.valueOf(mine.getX()))
            .sequenced(Mine::getSequence, Mine::setSequence)
            .cached()
            .declare();

    /** Does not say what was folded into it last. */
    public static final Table<String, Kills> KILLS = OF_A_TOY.many(
                    2, "kills", Kills.class, KeyCodec.TEXTS, Kills::getPlayerId)
            .declare();

    public static final Table<Void, Counters> COUNTERS = OF_A_TOY.one(3, "counters", Counters.class)
            .sequenced(Counters::getSequence, Counters::setSequence)
            .resident()
            .declare();

    public static final Table<Void, Secret> SECRETS =
            OF_A_TOY.one(4, "secrets", Secret.class).secret().declare();

    public static final Tables ALL = OF_A_TOY.complete();

    private ToyTables() {}

    public static Mine mine(long sequence, int x, int units) {
        return new Mine(sequence, x, 0, Resource.BIO_MATTER, 0, units, 0L);
    }
}
