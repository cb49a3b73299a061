package dungeon.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.InMemoryAggregate;
import dungeon.platform.core.PlatformCode;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.Detail;
import dungeon.schemas.identity.BanLifted;
import dungeon.schemas.identity.BanPlayer;
import dungeon.schemas.identity.CommandRejected;
import dungeon.schemas.identity.IdentityCommand;
import dungeon.schemas.identity.IdentityEvent;
import dungeon.schemas.identity.LiftBan;
import dungeon.schemas.identity.LinkLogin;
import dungeon.schemas.identity.LoginLinked;
import dungeon.schemas.identity.LoginUnlinked;
import dungeon.schemas.identity.OpenSession;
import dungeon.schemas.identity.PlayerBanned;
import dungeon.schemas.identity.RejectionCode;
import dungeon.schemas.identity.RevokeToken;
import dungeon.schemas.identity.RevokeTokens;
import dungeon.schemas.identity.SessionOpened;
import dungeon.schemas.identity.SignIn;
import dungeon.schemas.identity.SignedIn;
import dungeon.schemas.identity.TokenRevoked;
import dungeon.schemas.identity.TokensRevoked;
import dungeon.schemas.identity.UnlinkLogin;
import dungeon.schemas.state.LinkedLogin;
import dungeon.schemas.state.RevokedTokenId;
import dungeon.schemas.state.RevokedTokens;
import dungeon.schemas.topics.IdentitySubjects;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdentityTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final String LOGIN = IdentitySubjects.ofLogin("5c".repeat(32));
    private static final String ANN = Ids.nameBased("player:ann");
    private static final String BOB = Ids.nameBased("player:bob");
    private static final Principal ADMINISTRATOR = Principal.administrator();
    private static final Principal INGEST = Principal.service("ingest");
    private static final Principal ANN_HERSELF = Principal.player(ANN, "Ann");

    private final InMemoryAggregate<IdentityCommand, IdentityEvent> login = aggregate(LOGIN);
    private final InMemoryAggregate<IdentityCommand, IdentityEvent> account =
            aggregate(IdentitySubjects.ofAccount(ANN));
    private Instant now = NOW;
    private int commands;

    @Test
    void theFirstLinkOfAnAccountElsewhereWins() {
        assertThat(toLogin(new LinkLogin(ANN, "Ann"))).isEqualTo(new LoginLinked(ANN, "Ann"));
        CommandRejected linked = new CommandRejected(
                RejectionCode.LOGIN_LINKED,
                "The account is linked to a player already",
                List.of(new Detail("playerId", ANN), new Detail("playerName", "Ann")));
        assertThat(toLogin(new LinkLogin(BOB, "Bob"))).isEqualTo(linked);
        assertThat(toLogin(new LinkLogin(ANN, "Ann"))).isEqualTo(linked);
    }

    @Test
    void whoeverSignsInElsewhereIsTheLinkedPlayer() {
        assertThat(code(toLogin(new SignIn()))).isEqualTo(RejectionCode.UNKNOWN_LOGIN);
        toLogin(new LinkLogin(ANN, "Ann"));
        now = TOMORROW;
        assertThat(toLogin(new SignIn())).isEqualTo(new SignedIn(ANN, "Ann"));
        assertThat(login.state().load(IdentityTables.LOGINS, null))
                .isEqualTo(new LinkedLogin(2L, ANN, "Ann", NOW.toEpochMilli(), TOMORROW.toEpochMilli()));
    }

    @Test
    void anAccountThatWasUnlinkedCanBeLinkedAnew() {
        toLogin(new LinkLogin(ANN, "Ann"));
        assertThat(toLogin(new UnlinkLogin())).isEqualTo(new LoginUnlinked(ANN));
        assertThat(code(toLogin(new SignIn()))).isEqualTo(RejectionCode.UNKNOWN_LOGIN);
        assertThat(code(toLogin(new UnlinkLogin()))).isEqualTo(RejectionCode.UNKNOWN_LOGIN);
        assertThat(toLogin(new LinkLogin(BOB, "Bob"))).isEqualTo(new LoginLinked(BOB, "Bob"));
        assertThat(toLogin(new SignIn())).isEqualTo(new SignedIn(BOB, "Bob"));
    }

    @Test
    void onlyTheIngestSaysWhoHasSignedIn() {
        for (Principal sender : List.of(
                ANN_HERSELF, Principal.administrator(), Principal.registrar(ANN, "Ann"), Principal.service("robots"))) {
            for (SpecificRecord order : List.of(new LinkLogin(ANN, "Ann"), new SignIn(), new UnlinkLogin())) {
                assertThat(code(send(login, LOGIN, sender, order))).isEqualTo(RejectionCode.UNAUTHENTICATED);
            }
        }
    }

    @Test
    void aTokenIsTakenBackOnce() {
        String tokenId = Ids.nameBased("token");
        assertThat(toAccount(ANN_HERSELF, new RevokeToken(tokenId, TOMORROW)))
                .isEqualTo(new TokenRevoked(tokenId, TOMORROW));
        assertThat(code(toAccount(ANN_HERSELF, new RevokeToken(tokenId, TOMORROW))))
                .isEqualTo(RejectionCode.ALREADY_REVOKED);
        assertThat(account.state().load(IdentityTables.REVOKED_TOKENS, null))
                .isEqualTo(
                        new RevokedTokens(1L, 0L, List.of(new RevokedTokenId(tokenId, TOMORROW.toEpochMilli())), 0L));
    }

    @Test
    void tokensThatHaveEndedMakeRoomForOthers() {
        for (int i = 0; i < IdentityLimits.REVOKED_TOKENS_MAXIMUM; i++) {
            toAccount(ANN_HERSELF, new RevokeToken(Ids.nameBased("token" + i), TOMORROW));
        }
        RevokeToken oneMore = new RevokeToken(Ids.nameBased("one more"), TOMORROW.plusSeconds(60));
        assertThat(code(toAccount(ANN_HERSELF, oneMore))).isEqualTo(RejectionCode.LIMIT_REACHED);
        now = TOMORROW;
        assertThat(toAccount(ANN_HERSELF, oneMore))
                .isEqualTo(new TokenRevoked(oneMore.getTokenId(), oneMore.getTokenExpiresAt()));
        assertThat(account.state().load(IdentityTables.REVOKED_TOKENS, null).getTokens())
                .containsExactly(new RevokedTokenId(
                        oneMore.getTokenId(), oneMore.getTokenExpiresAt().toEpochMilli()));
    }

    @Test
    void allTokensThatWereGivenSoFarAreTakenBack() {
        assertThat(toAccount(Principal.administrator(), new RevokeTokens(NOW)))
                .isEqualTo(new TokensRevoked(NOW, NOW.plus(IdentityLimits.TOKEN_LIFETIME_MAXIMUM)));
        assertThat(code(toAccount(ANN_HERSELF, new RevokeTokens(NOW)))).isEqualTo(RejectionCode.ALREADY_REVOKED);
        assertThat(code(toAccount(ANN_HERSELF, new RevokeTokens(TOMORROW)))).isEqualTo(RejectionCode.MALFORMED);
    }

    @Test
    void refusesTimesThatNoTokenCanHave() {
        String tokenId = Ids.nameBased("token");
        Instant tooFar = NOW.plus(IdentityLimits.TOKEN_LIFETIME_MAXIMUM).plusMillis(1);
        assertThat(code(toAccount(ANN_HERSELF, new RevokeToken(tokenId, NOW)))).isEqualTo(RejectionCode.MALFORMED);
        assertThat(code(toAccount(ANN_HERSELF, new RevokeToken(tokenId, tooFar))))
                .isEqualTo(RejectionCode.MALFORMED);
    }

    @Test
    void nobodyTakesBackTheTokensOfAnother() {
        Principal bob = Principal.player(BOB, "Bob");
        RevokeTokens all = new RevokeTokens(NOW);
        assertThat(code(toAccount(bob, all))).isEqualTo(RejectionCode.NOT_YOU);
        assertThat(code(toAccount(INGEST, all))).isEqualTo(RejectionCode.UNAUTHENTICATED);
    }

    @Test
    void whoeverIsBannedHoldsNoTokenAndGetsNoneUntilTheBanEnds() {
        assertThat(toAccount(INGEST, new OpenSession())).isEqualTo(new SessionOpened());
        assertThat(outcomes(account, IdentitySubjects.ofAccount(ANN), ADMINISTRATOR, new BanPlayer(NOW, TOMORROW)))
                .containsExactly(
                        new TokensRevoked(NOW, NOW.plus(IdentityLimits.TOKEN_LIFETIME_MAXIMUM)),
                        new PlayerBanned(TOMORROW));
        assertThat(toAccount(INGEST, new OpenSession()))
                .isEqualTo(new CommandRejected(
                        RejectionCode.BANNED,
                        "The player is banned",
                        List.of(new Detail("until", TOMORROW.toString()))));
        now = TOMORROW.minusMillis(1);
        assertThat(code(toAccount(INGEST, new OpenSession()))).isEqualTo(RejectionCode.BANNED);
        now = TOMORROW;
        assertThat(toAccount(INGEST, new OpenSession())).isEqualTo(new SessionOpened());
        assertThat(account.state().load(IdentityTables.REVOKED_TOKENS, null))
                .isEqualTo(new RevokedTokens(6L, NOW.toEpochMilli(), List.of(), TOMORROW.toEpochMilli()));
    }

    @Test
    void aBanIsLiftedOrGivenAnotherEnd() {
        assertThat(code(toAccount(ADMINISTRATOR, new LiftBan()))).isEqualTo(RejectionCode.NOT_BANNED);
        toAccount(ADMINISTRATOR, new RevokeTokens(NOW));
        assertThat(toAccount(ADMINISTRATOR, new BanPlayer(NOW, TOMORROW))).isEqualTo(new PlayerBanned(TOMORROW));
        Instant soon = NOW.plusSeconds(60);
        assertThat(toAccount(ADMINISTRATOR, new BanPlayer(NOW, soon))).isEqualTo(new PlayerBanned(soon));
        assertThat(toAccount(ADMINISTRATOR, new LiftBan())).isEqualTo(new BanLifted());
        assertThat(toAccount(INGEST, new OpenSession())).isEqualTo(new SessionOpened());
        assertThat(code(toAccount(ADMINISTRATOR, new LiftBan()))).isEqualTo(RejectionCode.NOT_BANNED);
    }

    @Test
    void refusesTimesThatNoBanCanHave() {
        Instant tooFar = NOW.plus(IdentityLimits.BAN_MAXIMUM).plusMillis(1);
        for (BanPlayer ban :
                List.of(new BanPlayer(NOW, NOW), new BanPlayer(NOW, tooFar), new BanPlayer(TOMORROW, TOMORROW))) {
            assertThat(code(toAccount(ADMINISTRATOR, ban))).isEqualTo(RejectionCode.MALFORMED);
        }
    }

    @Test
    void onlyAdministratorsBan() {
        for (Principal sender : List.of(ANN_HERSELF, Principal.player(BOB, "Bob"), INGEST)) {
            for (SpecificRecord order : List.of(new BanPlayer(NOW, TOMORROW), new LiftBan())) {
                assertThat(code(toAccount(sender, order))).isEqualTo(RejectionCode.UNAUTHENTICATED);
            }
        }
        assertThat(code(toAccount(ANN_HERSELF, new OpenSession()))).isEqualTo(RejectionCode.UNAUTHENTICATED);
    }

    @Test
    void refusesOrdersUnderAForeignKindOfSubject() {
        String elsewhere = IdentitySubjects.ofAccount(ANN);
        assertThat(send(aggregate(elsewhere), elsewhere, INGEST, new LinkLogin("ann", "Ann")))
                .isEqualTo(new CommandRejected(
                        RejectionCode.MALFORMED,
                        "The command has fields that cannot be right",
                        List.of(
                                new Detail("subject", "must be that of an account elsewhere"),
                                new Detail("playerId", "must be a UUID in lower case"))));
        assertThat(code(send(login, LOGIN, Principal.administrator(), new RevokeTokens(NOW))))
                .isEqualTo(RejectionCode.MALFORMED);
    }

    @ParameterizedTest
    @EnumSource(PlatformCode.class)
    void refusesWithEachCodeOfThePlatform(PlatformCode code) {
        RejectionCode own = code == PlatformCode.UNKNOWN_AGGREGATE
                ? RejectionCode.UNKNOWN_LOGIN
                : RejectionCode.valueOf(code.name());
        assertThat(IdentityContext.CONTEXT.rejections().of(code, "why", List.of()))
                .isEqualTo(new CommandRejected(own, "why", List.of()));
    }

    private SpecificRecord toLogin(SpecificRecord order) {
        return send(login, LOGIN, INGEST, order);
    }

    private SpecificRecord toAccount(Principal sender, SpecificRecord order) {
        return send(account, IdentitySubjects.ofAccount(ANN), sender, order);
    }

    private SpecificRecord send(
            InMemoryAggregate<IdentityCommand, IdentityEvent> aggregate,
            String subject,
            Principal sender,
            SpecificRecord order) {
        List<SpecificRecord> outcomes = outcomes(aggregate, subject, sender, order);
        assertThat(outcomes).hasSize(1);
        return outcomes.get(0);
    }

    private List<SpecificRecord> outcomes(
            InMemoryAggregate<IdentityCommand, IdentityEvent> aggregate,
            String subject,
            Principal sender,
            SpecificRecord order) {
        IdentityCommand command =
                new IdentityCommand(Ids.nameBased("command" + ++commands), now, subject, sender.playerId(), order);
        List<IdentityEvent> events = new ArrayList<>();
        aggregate.handle(command, new CommandMetadata(sender, now.toEpochMilli(), 100), events::addAll);
        return events.stream().map(event -> (SpecificRecord) event.getPayload()).toList();
    }

    private static RejectionCode code(SpecificRecord outcome) {
        return ((CommandRejected) outcome).getCode();
    }

    private static InMemoryAggregate<IdentityCommand, IdentityEvent> aggregate(String subject) {
        return InMemoryAggregate.of(IdentityContext.CONTEXT, subject);
    }
}
