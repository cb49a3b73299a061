package dungeon.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.InMemoryAggregate;
import dungeon.platform.core.Principal;
import dungeon.platform.core.timers.DueTimer;
import dungeon.platform.core.timers.TimerId;
import dungeon.platform.envelope.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** What the platform does for a context that has nothing but its own tables, rules and records. */
class AuctionsTest {
    private static final String AUCTION = Ids.nameBased("auction");
    private static final String PARCEL = Ids.nameBased("parcel:" + AUCTION);
    private static final long START_MS = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
    private static final Principal ANN = Principal.player(Ids.nameBased("ann"), "Ann");
    private static final Principal BOB = Principal.player(Ids.nameBased("bob"), "Bob");
    private static final Principal PARCELS = Principal.service("parcels");
    private static final int WEIGHT = 3;

    private final InMemoryAggregate<AuctionCommand, AuctionEvent> auction =
            InMemoryAggregate.of(Auctions.CONTEXT, AUCTION);
    private final List<AuctionEvent> log = new ArrayList<>();
    private int commands;

    @Test
    void decidesCommandsAndNumbersTheirEvents() {
        assertThat(send(ANN, 0, new OpenAuction(60_000L, WEIGHT)))
                .containsExactly(event(1, 0, 1, ANN, 0, new AuctionOpened(at(60_000), WEIGHT)));
        assertThat(send(BOB, 5, new PlaceBid(7))).containsExactly(event(2, 5, 2, BOB, 0, new BidPlaced(7, at(10_005))));
        assertThat(send(ANN, 6, new PlaceBid(7)))
                .containsExactly(event(3, 6, 3, ANN, 0, new ToyRejected(ToyCode.TOO_LOW, "Bid more")));
        assertFoldIsTheState();
    }

    @Test
    void refusesWhatIsNotAdmittedBeforeTheContextIsAsked() {
        assertThat(send(ANN, 0, new PlaceBid(1)))
                .containsExactly(event(
                        0, 0, 1, ANN, 0, new ToyRejected(ToyCode.UNKNOWN_AGGREGATE, "There is no auction " + AUCTION)));
        assertThat(codeOf(send(Principal.unknown("no token"), 0, new OpenAuction(1L, 1))))
                .isEqualTo(ToyCode.UNAUTHENTICATED);
        assertThat(codeOf(send(PARCELS, 0, new OpenAuction(1L, 1)))).isEqualTo(ToyCode.UNAUTHENTICATED);
        send(ANN, 0, new OpenAuction(600_000L, WEIGHT));
        assertThat(codeOf(send(ANN, 0, new PlaceBid(0)))).isEqualTo(ToyCode.MALFORMED);
        AuctionCommand late = command(ANN, 0, new PlaceBid(1), null);
        assertThat(codeOf(deliver(late, ANN, 120_001))).isEqualTo(ToyCode.NOT_TIMELY);
        AuctionCommand forBob = command(ANN, 0, new PlaceBid(1), null);
        forBob.setPlayerId(BOB.playerId());
        assertThat(codeOf(deliver(forBob, ANN, 0))).isEqualTo(ToyCode.NOT_YOU);
    }

    @Test
    void aRepeatedCommandHasNoSecondEffect() {
        send(ANN, 0, new OpenAuction(600_000L, WEIGHT));
        AuctionCommand bid = command(BOB, 5, new PlaceBid(7), null);

        assertThat(deliver(bid, BOB, 5)).hasSize(1);
        assertThat(deliver(bid, BOB, 6)).isEmpty();
        // Another sender's id is another id.
        assertThat(deliver(bid, ANN, 7)).hasSize(1);
    }

    @Test
    void timersFireBeforeTheCommandThatComesAfterThem() {
        send(ANN, 0, new OpenAuction(1_000L, WEIGHT));

        assertThat(send(BOB, 2_000, new PlaceBid(7)))
                .containsExactly(
                        event(2, 1_000, null, null, 1, new AuctionClosed(0)),
                        event(3, 1_000, null, null, 0, new DeliveryRequested(PARCEL, WEIGHT, 1, at(6_000))),
                        event(4, 2_000, 2, BOB, 0, new BidPlaced(7, at(12_000))));
        assertFoldIsTheState();
    }

    @Test
    void settingATimerAgainReplacesIt() {
        send(ANN, 0, new OpenAuction(60_000L, WEIGHT));
        send(BOB, 5, new PlaceBid(7));

        assertThat(auction.state().timers().all())
                .containsExactly(new DueTimer(START_MS + 10_005, 2, Auctions.CLOSING));
    }

    @Test
    void asksAgainUntilItGivesUp() {
        send(ANN, 0, new OpenAuction(1_000L, WEIGHT));

        List<AuctionEvent> events = send(ANN, 60_000, new ToyTick());

        assertThat(events.stream().map(AuctionEvent::getPayload))
                .containsExactly(
                        new AuctionClosed(0),
                        new DeliveryRequested(PARCEL, WEIGHT, 1, at(6_000)),
                        new DeliveryRequested(PARCEL, WEIGHT, 2, at(11_000)),
                        new DeliveryRequested(PARCEL, WEIGHT, 3, at(16_000)),
                        new DeliveryEnded(false));
    }

    @Test
    void aCommandOfTheSameCauseIsDecidedOnceHoweverLateItComesAgain() {
        send(ANN, 0, new OpenAuction(1_000L, WEIGHT));
        send(ANN, 1_001, new ToyTick());
        ToyCause cause = new ToyCause("parcels", PARCEL, 1L, 0);
        InMemoryAggregate<ParcelCommand, ParcelEvent> parcel = InMemoryAggregate.of(Parcels.CONTEXT, PARCEL);
        ToyCause request = new ToyCause("auctions", AUCTION, 3L, 0);

        List<ParcelEvent> sent = new ArrayList<>();
        for (long afterMs : new long[] {0, 1_000, 600_000, 86_400_000}) {
            ParcelCommand send = new ParcelCommand(
                    Ids.nameBased("the same"), at(afterMs), PARCEL, null, request, new SendParcel(AUCTION, WEIGHT));
            CommandMetadata metadata = new CommandMetadata(Principal.service("auctions"), START_MS + afterMs, 100);
            parcel.handle(send, metadata, sent::addAll);
        }

        assertThat(sent.stream().map(ParcelEvent::getPayload)).containsExactly(new ParcelSent(AUCTION, WEIGHT));
        AuctionCommand confirm = command(PARCELS, 1_002, new ConfirmDelivery(true), cause);
        assertThat(deliver(confirm, PARCELS, 1_002).stream().map(AuctionEvent::getPayload))
                .containsExactly(new DeliveryEnded(true));
    }

    @Test
    void anEarlierCauseOfTheSameSourceIsARepetitionAndALaterOneIsNot() {
        InMemoryAggregate<ParcelCommand, ParcelEvent> parcel = InMemoryAggregate.of(Parcels.CONTEXT, PARCEL);
        List<String> decided = new ArrayList<>();
        for (String cause : List.of("5:0", "4:7", "5:0", "5:1", "6:0", "5:2")) {
            String[] parts = cause.split(":", -1);
            ParcelCommand send = new ParcelCommand(
                    Ids.nameBased(cause + decided),
                    at(0),
                    PARCEL,
                    null,
                    new ToyCause("auctions", AUCTION, Long.valueOf(parts[0]), Integer.valueOf(parts[1])),
                    new SendParcel(AUCTION, WEIGHT));
            parcel.handle(
                    send,
                    new CommandMetadata(Principal.service("auctions"), START_MS, 100),
                    events -> decided.add(cause));
        }

        assertThat(decided).containsExactly("5:0", "5:1", "6:0");
    }

    @Test
    void nobodyElseNamesACause() {
        send(ANN, 0, new OpenAuction(1_000L, WEIGHT));
        ToyCause cause = new ToyCause("parcels", PARCEL, 9L, 0);
        for (Principal stranger : List.of(ANN, Principal.administrator(), Principal.service("robots"))) {
            AuctionCommand forged = command(stranger, 1, new ConfirmDelivery(false), cause);
            assertThat(codeOf(deliver(forged, stranger, 1))).isEqualTo(ToyCode.UNAUTHENTICATED);
        }
        send(ANN, 1_001, new ToyTick());

        assertThat(deliver(command(PARCELS, 1_002, new ConfirmDelivery(true), cause), PARCELS, 1_002))
                .hasSize(1);
    }

    @Test
    void whatAClosedAuctionHasLeftBehindGoesAndItsIdStaysTaken() {
        send(ANN, 0, new OpenAuction(1_000L, WEIGHT));
        send(ANN, 16_500, new ToyTick());
        assertThat(auction.state().timers().all()).extracting(DueTimer::id).containsExactly(TimerId.DELETION);

        assertThat(send(ANN, 70_000, new ToyTick())).isEmpty();

        assertThat(auction.state().all(Auctions.AUCTION)).isEmpty();
        assertThat(auction.state().all(Auctions.DELIVERY)).isEmpty();
        assertThat(auction.state().timers().all()).isEmpty();
        assertThat(codeOf(send(ANN, 70_001, new PlaceBid(1)))).isEqualTo(ToyCode.UNKNOWN_AGGREGATE);
        assertThat(codeOf(send(ANN, 70_002, new OpenAuction(1L, 1)))).isEqualTo(ToyCode.TAKEN);
    }

    @Test
    void aDecisionThatFailsLeavesNothingBehind() {
        send(ANN, 0, new OpenAuction(60_000L, WEIGHT));
        List<DueTimer> timers = auction.state().timers().all();
        AuctionCommand broken = command(BOB, 1, new PlaceBid(7), null);
        broken.setCommandId(null);

        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> deliver(broken, BOB, 1));

        assertThat(auction.state().timers().all()).isEqualTo(timers);
        assertThat(auction.state().progress().getSequence()).isEqualTo(1);
        assertThat(send(BOB, 2, new PlaceBid(1)).get(0).getSequence()).isEqualTo(2);
    }

    private List<AuctionEvent> send(Principal principal, long atMs, SpecificRecord payload) {
        return deliver(command(principal, atMs, payload, null), principal, atMs);
    }

    private AuctionCommand command(Principal principal, long atMs, SpecificRecord payload, ToyCause cause) {
        return new AuctionCommand(commandId(++commands), at(atMs), AUCTION, principal.playerId(), cause, payload);
    }

    private List<AuctionEvent> deliver(AuctionCommand command, Principal principal, long atMs) {
        List<AuctionEvent> events = new ArrayList<>();
        auction.handle(command, new CommandMetadata(principal, START_MS + atMs, 100), events::addAll);
        log.addAll(events);
        return events;
    }

    private void assertFoldIsTheState() {
        InMemoryAggregate<AuctionCommand, AuctionEvent> folded = InMemoryAggregate.of(Auctions.CONTEXT, AUCTION);
        log.forEach(folded::fold);
        assertThat(folded.state()).isEqualTo(auction.state());
    }

    private static AuctionEvent event(
            long sequence, long atMs, Integer command, Principal principal, int remaining, SpecificRecord payload) {
        return new AuctionEvent(
                AUCTION,
                sequence,
                at(atMs),
                command == null ? null : commandId(command),
                principal == null ? null : principal.playerId(),
                remaining,
                payload);
    }

    private static ToyCode codeOf(List<AuctionEvent> events) {
        assertThat(events).hasSize(1);
        return ((ToyRejected) events.get(0).getPayload()).getCode();
    }

    private static String commandId(int n) {
        return "00000000-0000-4000-8000-%012d".formatted(n);
    }

    private static Instant at(long ms) {
        return Instant.ofEpochMilli(START_MS + ms);
    }
}
