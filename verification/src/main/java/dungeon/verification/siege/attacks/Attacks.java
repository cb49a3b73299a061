package dungeon.verification.siege.attacks;

import java.util.List;

/** All kinds of hostile players. */
public final class Attacks {
    private Attacks() {}

    /**
     * One of each kind, each with addresses of its own.
     *
     * @param net the second number of all addresses, so that those who come later have not used up what their addresses may
     */
    public static List<Attack> all(Battlefield field, int net) {
        return List.of(
                new GameFloods(field, Battlefield.http(net, 3)),
                new UnplayableMaps(field, Battlefield.http(net, 4)),
                new GarbageRecords(field),
                new FaultBombs(field, Battlefield.http(net, 5)),
                new SlowBodies(field, Battlefield.http(net, 6)),
                new StreamHoarders(field, Battlefield.http(net, 7)),
                new RegistrationFloods(field, Battlefield.http(net, 8)),
                new OversizedBatches(field, Battlefield.http(net, 9)),
                new ForgedCommands(field, Battlefield.http(net, 10)),
                // What of it gets through stays, and may keep a service from coming back: nobody could come after it.
                new FatMapTypes(field, Battlefield.http(net, 2)));
    }
}
