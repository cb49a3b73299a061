package dungeon.toy;

import dungeon.platform.core.AdmissionPolicy;
import dungeon.platform.core.BoundedContext;
import dungeon.platform.core.Decider;
import dungeon.platform.core.Decision;
import dungeon.platform.core.Fault;
import dungeon.platform.core.Principal;
import dungeon.platform.core.state.AggregateIds;
import dungeon.platform.core.state.StateChanges;
import dungeon.platform.core.state.StateReader;
import dungeon.platform.core.state.Table;
import dungeon.platform.core.state.Tables;
import dungeon.platform.core.timers.TimerId;
import dungeon.platform.envelope.EventMetadata;
import dungeon.platform.envelope.Handlers;
import dungeon.platform.envelope.PrincipalKind;
import java.util.List;
import java.util.function.UnaryOperator;

/** Parcels, sent for auctions only. One that is there already is a success; one that is too heavy is refused. */
public final class Parcels implements Decider<ParcelCommand, StateReader>, AdmissionPolicy<ParcelCommand> {
    static final int WEIGHT_MAXIMUM = 30;

    private static final Tables TABLES = Tables.of("parcels");
    static final Table<Void, Parcel> PARCEL = TABLES.one(1, "parcels", Parcel.class)
            .sequenced(Parcel::getSequence, Parcel::setSequence)
            .declare();

    private static final Handlers<StateChanges, EventMetadata> EVOLUTION = Handlers.<StateChanges, EventMetadata>of(
                    ParcelEvent.getClassSchema(), "payload")
            .on(
                    ParcelSent.class,
                    (state, event, sent) ->
                            state.put(PARCEL, new Parcel(event.sequence(), sent.getAuctionId(), sent.getWeight())))
            .ignore(ParcelRefused.class)
            .ignore(ToyRejected.class)
            .build();

    /** All that is the context's own. */
    public static final BoundedContext<ParcelCommand, ParcelEvent, StateReader> CONTEXT = new BoundedContext<>(
            "parcel",
            "parcelId",
            AggregateIds.UUIDS,
            ToyEnvelopes.PARCEL_COMMANDS,
            ToyEnvelopes.PARCEL_EVENTS,
            TABLES.complete(),
            UnaryOperator.identity(),
            new Parcels(),
            ToyEnvelopes::rejection,
            new Parcels(),
            EVOLUTION::handle);

    @Override
    public void decide(Decision<StateReader> decision, ParcelCommand command) {
        SendParcel send = (SendParcel) command.getPayload();
        if (send.getWeight() > WEIGHT_MAXIMUM) {
            decision.emit(new ParcelRefused(send.getAuctionId()));
        } else {
            decision.emit(new ParcelSent(send.getAuctionId(), send.getWeight()));
        }
    }

    @Override
    public void fire(Decision<StateReader> decision, TimerId timer) {
        throw new IllegalStateException("Parcels have no timers: " + timer);
    }

    @Override
    public String kindFault(ParcelCommand command, Principal sender) {
        return sender.kind() == PrincipalKind.SERVICE ? null : "Parcels are sent for auctions only";
    }

    @Override
    public String identityFault(ParcelCommand command, Principal sender) {
        return null;
    }

    @Override
    public List<Fault> faults(ParcelCommand command) {
        return List.of();
    }

    @Override
    public boolean creates(ParcelCommand command) {
        return true;
    }
}
