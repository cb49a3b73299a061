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
import dungeon.platform.envelope.Ids;
import dungeon.platform.envelope.PrincipalKind;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;

/** Auctions: each bid puts off the end. What was sold is asked of the parcels' context, again and again until it says how that went. */
public final class Auctions implements Decider<AuctionCommand, StateReader>, AdmissionPolicy<AuctionCommand> {
    static final int EXTENSION_MS = 10_000;
    static final int RETRY_MS = 5_000;
    static final int ATTEMPTS_MAXIMUM = 3;
    static final TimerId CLOSING = TimerId.of(1);
    static final TimerId RETRY = TimerId.of(2);

    private static final Tables TABLES = Tables.of("auctions");
    static final Table<Void, Auction> AUCTION = TABLES.one(1, "auctions", Auction.class)
            .sequenced(Auction::getSequence, Auction::setSequence)
            .resident()
            .declare();
    static final Table<Void, Delivery> DELIVERY = TABLES.one(2, "deliveries", Delivery.class)
            .sequenced(Delivery::getSequence, Delivery::setSequence)
            .cached()
            .declare();

    private static final Handlers<StateChanges, EventMetadata> EVOLUTION = Handlers.<StateChanges, EventMetadata>of(
                    AuctionEvent.getClassSchema(), "payload")
            .on(AuctionOpened.class, (state, event, opened) -> {
                state.put(AUCTION, new Auction(event.sequence(), 0, null, opened.getWeight()));
                state.setTimer(CLOSING, opened.getClosesAt().toEpochMilli());
            })
            .on(
                    BidPlaced.class,
                    (state, event, bid) -> state.change(AUCTION, null, auction -> {
                        auction.setHighest(bid.getAmount());
                        auction.setBidder(event.playerId());
                        state.setTimer(CLOSING, bid.getClosesAt().toEpochMilli());
                    }))
            .on(AuctionClosed.class, (state, event, closed) -> {
                state.cancelTimer(CLOSING);
                state.put(DELIVERY, new Delivery(event.sequence(), 0, false));
            })
            .on(
                    DeliveryRequested.class,
                    (state, event, requested) -> state.change(DELIVERY, null, delivery -> {
                        delivery.setAttempts(requested.getAttempt());
                        state.setTimer(RETRY, requested.getRetryAt().toEpochMilli());
                    }))
            .on(DeliveryEnded.class, (state, event, ended) -> state.close())
            .ignore(ToyRejected.class)
            .build();

    private static final Handlers<Decision<StateReader>, Void> COMMANDS = Handlers.<Decision<StateReader>, Void>of(
                    AuctionCommand.getClassSchema(), "payload")
            .on(OpenAuction.class, (decision, none, open) -> open(decision, open))
            .on(PlaceBid.class, (decision, none, bid) -> bid(decision, bid))
            .on(
                    ConfirmDelivery.class,
                    (decision, none, confirm) -> decision.emit(new DeliveryEnded(confirm.getDelivered())))
            .ignore(ToyTick.class)
            .build();

    /** All that is the context's own. */
    public static final BoundedContext<AuctionCommand, AuctionEvent, StateReader> CONTEXT = new BoundedContext<>(
            "auction",
            "auctionId",
            AggregateIds.UUIDS,
            ToyEnvelopes.AUCTION_COMMANDS,
            ToyEnvelopes.AUCTION_EVENTS,
            TABLES.complete(),
            UnaryOperator.identity(),
            new Auctions(),
            ToyEnvelopes::rejection,
            new Auctions(),
            EVOLUTION::handle);

    @Override
    public void decide(Decision<StateReader> decision, AuctionCommand command) {
        COMMANDS.handle(decision, null, (SpecificRecord) command.getPayload());
    }

    @Override
    public void fire(Decision<StateReader> decision, TimerId timer) {
        StateReader state = decision.state();
        if (timer.equals(CLOSING)) {
            decision.emit(new AuctionClosed(state.get(AUCTION).getHighest()));
            request(decision, 1);
        } else if (state.get(DELIVERY).getAttempts() < ATTEMPTS_MAXIMUM) {
            request(decision, state.get(DELIVERY).getAttempts() + 1);
        } else {
            decision.emit(new DeliveryEnded(false));
        }
    }

    private static void open(Decision<StateReader> decision, OpenAuction open) {
        if (decision.isTaken()) {
            decision.reject(new ToyRejected(ToyCode.TAKEN, "The id is taken"));
        } else {
            decision.emit(new AuctionOpened(decision.time().plusMillis(open.getLastsMs()), open.getWeight()));
        }
    }

    private static void bid(Decision<StateReader> decision, PlaceBid bid) {
        if (bid.getAmount() <= decision.state().get(AUCTION).getHighest()) {
            decision.reject(new ToyRejected(ToyCode.TOO_LOW, "Bid more"));
        } else {
            decision.emit(new BidPlaced(bid.getAmount(), decision.time().plusMillis(EXTENSION_MS)));
        }
    }

    /** The parcel's id is the same each time, so that it is sent once however often it is asked for. */
    private static void request(Decision<StateReader> decision, int attempt) {
        decision.emit(new DeliveryRequested(
                Ids.nameBased("parcel:" + decision.aggregateId()),
                decision.state().get(AUCTION).getWeight(),
                attempt,
                decision.time().plusMillis(RETRY_MS)));
    }

    @Override
    public String kindFault(AuctionCommand command, Principal sender) {
        boolean fromRelay = command.getPayload() instanceof ConfirmDelivery;
        return fromRelay == (sender.kind() == PrincipalKind.SERVICE) ? null : "Not for a " + sender.kind();
    }

    @Override
    public String identityFault(AuctionCommand command, Principal sender) {
        return null;
    }

    @Override
    public List<Fault> faults(AuctionCommand command) {
        return command.getPayload() instanceof PlaceBid bid && bid.getAmount() <= 0
                ? List.of(new Fault("amount", "must be positive"))
                : List.of();
    }

    @Override
    public boolean creates(AuctionCommand command) {
        return command.getPayload() instanceof OpenAuction;
    }
}
