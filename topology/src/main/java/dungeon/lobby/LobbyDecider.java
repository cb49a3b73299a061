package dungeon.lobby;

import dungeon.platform.core.Decider;
import dungeon.platform.core.Decision;
import dungeon.platform.core.state.StateReader;
import dungeon.platform.core.timers.TimerId;
import dungeon.platform.envelope.Handlers;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.CreateMapType;
import dungeon.schemas.Detail;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.MapTypeCreated;
import dungeon.schemas.PlayerRegistered;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.RejectionCode;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What commands to the lobby cause: players register, map types are stored. */
final class LobbyDecider implements Decider<LobbyCommand, StateReader> {
    private final MapTypeCheck check;
    private final Handlers<Decision<StateReader>, Void> handlers;

    LobbyDecider(MapTypeCheck check) {
        this.check = check;
        this.handlers = Handlers.<Decision<StateReader>, Void>of(LobbyCommand.getClassSchema(), "payload")
                .on(RegisterPlayer.class, (decision, none, register) -> register(decision, register))
                .on(CreateMapType.class, (decision, none, create) -> createMapType(decision, create))
                .build();
    }

    @Override
    public void decide(Decision<StateReader> decision, LobbyCommand command) {
        handlers.handle(decision, null, (SpecificRecord) command.getPayload());
    }

    /** Nothing of the lobby waits for time to pass. */
    @Override
    public void fire(Decision<StateReader> decision, TimerId timer) {
        throw new IllegalStateException(
                "A timer of a kind that a newer build has written: %s of %s".formatted(timer, decision.aggregateId()));
    }

    private static void register(Decision<StateReader> decision, RegisterPlayer register) {
        String name = register.getPlayerName();
        if (decision.isTaken()) {
            refuse(decision, RejectionCode.NAME_TAKEN, "The name %s is taken".formatted(name), List.of());
        } else {
            decision.emit(new PlayerRegistered(Ids.nameBased(decision.aggregateId()), name));
        }
    }

    private void createMapType(Decision<StateReader> decision, CreateMapType create) {
        String id = create.getMapTypeId();
        // Not by reading the map type, which can be large.
        if (decision.isTaken()) {
            refuse(decision, RejectionCode.MAP_TYPE_EXISTS, "The id %s is taken".formatted(id), List.of());
            return;
        }
        List<Detail> faults = check.faultsOf(create.getMap());
        if (faults.isEmpty()) {
            decision.emit(new MapTypeCreated(id, create.getMap()));
        } else {
            refuse(decision, RejectionCode.INVALID_MAP, "No map can be made from this map type", faults);
        }
    }

    private static void refuse(
            Decision<StateReader> decision, RejectionCode code, String message, List<Detail> details) {
        decision.reject(new CommandRejected(code, message, details));
    }
}
