package dungeon.verification.siege.attacks;

import java.util.List;

/** All kinds of hostile players. */
public final class Attacks {
    private Attacks() {}

    /** One of each kind, each with addresses of its own, 127.0.2.1 and the next. */
    public static List<Attack> all(Battlefield field) {
        return List.of(
                new GameFloods(field, Battlefield.http(3)),
                new UnplayableMaps(field, Battlefield.http(4)),
                new GarbageRecords(field),
                new FaultBombs(field, Battlefield.http(5)),
                new SlowBodies(field, Battlefield.http(6)),
                new StreamHoarders(field, Battlefield.http(7)),
                new RegistrationFloods(field, Battlefield.http(8)),
                new OversizedBatches(field, Battlefield.http(9)),
                new ForgedCommands(field, Battlefield.http(10)),
                // What of it gets through stays, and may keep a service from coming back: nobody could come after it.
                new FatMapTypes(field, Battlefield.http(2)));
    }
}
