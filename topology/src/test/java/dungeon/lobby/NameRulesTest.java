package dungeon.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.Principal;
import dungeon.robots.GameScenario;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Detail;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.PlayerRenamed;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RenamePlayer;
import dungeon.schemas.state.LobbyTotals;
import dungeon.schemas.topics.GivenNames;
import dungeon.schemas.topics.LobbySubjects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Names that administrators take away. */
class NameRulesTest {
    private static final Principal ADMINISTRATOR = Principal.administrator();
    private static final Principal SELF = Principal.player(LobbySubjects.playerId("Ann"), "Ann");

    private final LobbyScenario ann = registered("Ann");

    @Test
    void aNameThatIsTakenAwayIsReplacedByOneThatFollowsFromTheId() {
        LobbyEvent event = ann.send(ADMINISTRATOR, new RenamePlayer()).orElseThrow();

        String digits = LobbySubjects.playerId("Ann").replace("-", "").substring(0, 12);
        assertThat(event.getPayload()).isEqualTo(new PlayerRenamed("Renamed-" + digits));
        assertThat(event.getSubject()).isEqualTo("player:ann");
        assertThat(ann.player().getPlayerName()).isEqualTo("Renamed-" + digits);
        assertThat(ann.totals()).isEqualTo(new LobbyTotals(0L, 0L, 0L, 1L, 0L, 0L));
    }

    @Test
    void nobodyElseGetsANameThatWasTakenAway() {
        ann.send(ADMINISTRATOR, new RenamePlayer());

        assertThat(rejected(ann.register(registrar("ANN"), "ANN")).getCode()).isEqualTo(RejectionCode.NAME_TAKEN);
    }

    @Test
    void whoAsksAgainHasTheSameAnswerAndCountsOnce() {
        LobbyEvent first = ann.send(ADMINISTRATOR, new RenamePlayer()).orElseThrow();

        LobbyEvent second = ann.send(ADMINISTRATOR, new RenamePlayer()).orElseThrow();
        assertThat(second.getPayload()).isEqualTo(first.getPayload());
        assertThat(ann.totals().getRenamed()).isEqualTo(1);
    }

    @Test
    void takesNoNameAwayThatWasMadeUpForAGuest() {
        LobbyScenario guest = registered(LobbySubjects.guestName("Mokuri", GameScenario.START_MS));

        assertThat(rejected(guest.send(ADMINISTRATOR, new RenamePlayer())).getDetails())
                .containsExactly(new Detail("subject", "must be that of a player with a chosen name"));
    }

    @Test
    void namesAreTakenAwayByAdministratorsOnly() {
        assertThat(rejected(ann.send(SELF, new RenamePlayer())).getCode()).isEqualTo(RejectionCode.NOT_ADMINISTRATOR);
        Principal other = Principal.player(LobbySubjects.playerId("Bob"), "Bob");
        assertThat(rejected(ann.send(other, new RenamePlayer())).getCode()).isEqualTo(RejectionCode.NOT_YOU);
        assertThat(rejected(ann.send(Principal.service("robots"), new RenamePlayer()))
                        .getCode())
                .isEqualTo(RejectionCode.UNAUTHENTICATED);
        assertThat(ann.player().getPlayerName()).isEqualTo("Ann");
    }

    @Test
    void whoIsNotThereIsNotRenamed() {
        LobbyScenario nobody = new LobbyScenario("player:nobody");
        assertThat(rejected(nobody.send(ADMINISTRATOR, new RenamePlayer())).getCode())
                .isEqualTo(RejectionCode.UNKNOWN_PLAYER);
    }

    @Test
    void noMoreNamesAreTakenAwayThanInstancesKeepInMind() {
        ann.count(new LobbyTotals(0L, 0L, 0L, 1_000L, 0L, 0L));
        assertThat(rejected(ann.send(ADMINISTRATOR, new RenamePlayer())).getDetails())
                .containsExactly(new Detail("limit", "renamed"), new Detail("maximum", "1000"));

        ann.count(new LobbyTotals(0L, 0L, 0L, 999L, 0L, 0L));
        assertThat(ann.send(ADMINISTRATOR, new RenamePlayer()).orElseThrow().getPayload())
                .isInstanceOf(PlayerRenamed.class);
    }

    @Test
    void nobodyChoosesANameThatLooksLikeAGivenOne() {
        for (String name : new String[] {GivenNames.of(LobbySubjects.playerId("Ann")), "renamed-x", "RENAMED-"}) {
            LobbyScenario player = new LobbyScenario(LobbySubjects.ofPlayer(name));
            assertThat(rejected(player.register(registrar(name), name)).getCode())
                    .as(name)
                    .isEqualTo(RejectionCode.MALFORMED);
        }
    }

    private static LobbyScenario registered(String name) {
        LobbyScenario player = new LobbyScenario(LobbySubjects.ofPlayer(name));
        player.register(registrar(name), name);
        return player;
    }

    private static Principal registrar(String name) {
        return Principal.registrar(LobbySubjects.playerId(name), name);
    }

    private static CommandRejected rejected(Optional<LobbyEvent> event) {
        return (CommandRejected) event.orElseThrow().getPayload();
    }
}
