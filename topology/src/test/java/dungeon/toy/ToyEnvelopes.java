package dungeon.toy;

import dungeon.platform.core.Fault;
import dungeon.platform.core.PlatformCode;
import dungeon.platform.envelope.Cause;
import dungeon.platform.envelope.CommandFormat;
import dungeon.platform.envelope.EventFormat;
import java.util.List;

/** How the envelopes of the toy contexts are read and made. */
final class ToyEnvelopes {
    static final CommandFormat<AuctionCommand> AUCTION_COMMANDS = new CommandFormat<>(
            AuctionCommand.class,
            AuctionCommand::getAuctionId,
            AuctionCommand::getCommandId,
            AuctionCommand::getIssuedAt,
            AuctionCommand::getPlayerId,
            AuctionCommand::getPayload,
            (id, issuedAt, auctionId) -> new AuctionCommand(id, issuedAt, auctionId, null, null, new ToyTick()),
            ToyTick.class::isInstance,
            OpenAuction.class::isInstance,
            command -> causeOf(command.getCause()),
            (id, issuedAt, auctionId, cause, payload) ->
                    new AuctionCommand(id, issuedAt, auctionId, null, toyCauseOf(cause), payload));

    static final EventFormat<AuctionEvent> AUCTION_EVENTS = new EventFormat<>(
            AuctionEvent.class,
            AuctionEvent::new,
            AuctionEvent::getAuctionId,
            AuctionEvent::getSequence,
            AuctionEvent::getTime,
            AuctionEvent::getCommandId,
            AuctionEvent::getPlayerId,
            AuctionEvent::getPayload,
            AuctionEvent::getRemaining,
            AuctionEvent::setRemaining);

    static final CommandFormat<ParcelCommand> PARCEL_COMMANDS = new CommandFormat<>(
            ParcelCommand.class,
            ParcelCommand::getParcelId,
            ParcelCommand::getCommandId,
            ParcelCommand::getIssuedAt,
            ParcelCommand::getPlayerId,
            ParcelCommand::getPayload,
            null,
            payload -> false,
            payload -> false,
            command -> causeOf(command.getCause()),
            (id, issuedAt, parcelId, cause, payload) ->
                    new ParcelCommand(id, issuedAt, parcelId, null, toyCauseOf(cause), payload));

    static final EventFormat<ParcelEvent> PARCEL_EVENTS = new EventFormat<>(
            ParcelEvent.class,
            ParcelEvent::new,
            ParcelEvent::getParcelId,
            ParcelEvent::getSequence,
            ParcelEvent::getTime,
            ParcelEvent::getCommandId,
            ParcelEvent::getPlayerId,
            ParcelEvent::getPayload,
            ParcelEvent::getRemaining,
            ParcelEvent::setRemaining);

    private ToyEnvelopes() {}

    static ToyRejected rejection(PlatformCode code, String message, List<Fault> faults) {
        return new ToyRejected(ToyCode.valueOf(code.name()), faults.isEmpty() ? message : message + faults);
    }

    private static Cause causeOf(ToyCause cause) {
        return cause == null
                ? null
                : new Cause(cause.getContext(), cause.getAggregateId(), cause.getSequence(), cause.getNumber());
    }

    private static ToyCause toyCauseOf(Cause cause) {
        return cause == null
                ? null
                : new ToyCause(cause.getContext(), cause.getAggregateId(), cause.getSequence(), cause.getNumber());
    }
}
