package dungeon.lobby;

import static dungeon.robots.GameScenario.ADMINISTRATOR;
import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.BOB;
import static dungeon.robots.GameScenario.NOBODY;
import static dungeon.robots.GameScenario.commandId;
import static dungeon.robots.GameScenario.time;
import static dungeon.robots.MapPlan.crossroads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Principal;
import dungeon.platform.core.timers.DueTimer;
import dungeon.platform.core.timers.TimerId;
import dungeon.platform.envelope.Progress;
import dungeon.robots.GameScenario;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.CreateMapType;
import dungeon.schemas.Detail;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MapType;
import dungeon.schemas.MapTypeCreated;
import dungeon.schemas.MapTypeRemoved;
import dungeon.schemas.PlayerRegistered;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RemovalReason;
import dungeon.schemas.RemoveMapType;
import dungeon.schemas.state.LobbyMapType;
import dungeon.schemas.state.LobbyPlayer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands to the lobby cause, and which of them it refuses. */
class LobbyDeciderTest {
    private static final String ID = "0f0e0d0c-0b0a-4908-8706-050403020100";
    private static final String MAP_SUBJECT = "map-type:" + ID;
    /** UUIDv3 of {@code player:ann}, computed with Python: {@code uuid.UUID(bytes=md5(...), version=3)}. */
    private static final String ANNS_ID = "89cf3b4e-363c-3f3e-870c-f714bd67056e";

    @Test
    void aNameThatIsFreeIsRegistered() {
        LobbyScenario lobby = new LobbyScenario("player:ann");

        assertThat(lobby.at(5).register(registrar("Ann"), "Ann"))
                .contains(new LobbyEvent(
                        "player:ann",
                        1L,
                        time(5),
                        commandId(1),
                        ANNS_ID,
                        0,
                        new PlayerRegistered(ANNS_ID, "Ann", null)));
        assertThat(lobby.player()).isEqualTo(annRegisteredAt(GameScenario.START_MS + 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann", "ann", "ANN", "aNn"})
    void aNameIsTakenHoweverItIsWritten(String name) {
        LobbyScenario lobby = new LobbyScenario("player:ann");
        lobby.register(registrar("Ann"), "Ann");

        LobbyEvent second = lobby.register(registrar(name), name).orElseThrow();

        assertThat(codeOf(second)).isEqualTo(RejectionCode.NAME_TAKEN);
        assertThat(second.getSequence()).isEqualTo(2);
        assertThat(lobby.progress()).isEqualTo(new Progress(2L, GameScenario.START_MS, false));
        assertThat(lobby.player()).isEqualTo(annRegisteredAt(GameScenario.START_MS));
    }

    @ParameterizedTest
    @CsvSource({
        "abc, true",
        "A-_, true",
        "---, true",
        "abcdefghijklmnopqrstuvwxyz012345, true",
        "abcdefghijklmnopqrstuvwxyz0123456, false",
        "ab, false",
        "'', false",
        "a b, false",
        "a.b, false",
        "äbc, false",
        "'abc\n', false",
        "İİİ, false",
        "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00, false",
    })
    void namesHave3To32PlainCharacters(String name, boolean allowed) {
        LobbyScenario lobby = new LobbyScenario("player:" + name.toLowerCase(Locale.ROOT));

        LobbyEvent event = lobby.register(registrar(name), name).orElseThrow();

        if (allowed) {
            assertThat(event.getPayload()).isInstanceOf(PlayerRegistered.class);
        } else {
            assertThat(detailsOf(Optional.of(event)))
                    .containsExactly(
                            new Detail("playerName", "must have 3 to 32 of the characters A-Z, a-z, 0-9, _ and -"));
            assertThat(event.getSequence()).isZero();
            assertThat(lobby.player()).isNull();
        }
    }

    @Test
    void theSubjectIsThatOfTheNameAndTheTokenIsForIt() {
        assertThat(detailsOf(new LobbyScenario("player:ann").register(registrar("Ann"), "Anna")))
                .containsExactly(new Detail("subject", "must be that of the playerName"));
        assertThat(detailsOf(new LobbyScenario("player:Ann")
                        .register(Principal.registrar(idOf("player:Ann"), "Ann"), "Ann")))
                .containsExactly(new Detail("subject", "must be that of the playerName"));
        assertThat(detailsOf(
                        new LobbyScenario(MAP_SUBJECT).register(Principal.registrar(idOf(MAP_SUBJECT), "Ann"), "Ann")))
                .containsExactly(new Detail("subject", "must be that of the playerName"));
        assertThat(codeOf(new LobbyScenario("player:ann").register(registrar("Bob"), "Ann")))
                .isEqualTo(RejectionCode.NOT_YOU);
    }

    @Test
    void onlyTheIngestRegistersAndItDoesNothingElse() {
        for (Principal caller : List.of(ANN, ADMINISTRATOR, NOBODY)) {
            LobbyScenario lobby = new LobbyScenario("player:ann");
            String reason = caller.problem() != null ? caller.problem() : "Players are registered by the ingest";
            assertThat(lobby.register(caller, "Ann").orElseThrow().getPayload())
                    .isEqualTo(new CommandRejected(RejectionCode.UNAUTHENTICATED, reason, List.of()));
            assertThat(lobby.player()).isNull();
        }
        assertThat(new LobbyScenario(MAP_SUBJECT)
                        .send(
                                Principal.registrar(idOf(MAP_SUBJECT), "Ann"),
                                creation(crossroads().mapType()))
                        .orElseThrow()
                        .getPayload())
                .isEqualTo(new CommandRejected(
                        RejectionCode.UNAUTHENTICATED, "This token is for registering only", List.of()));
    }

    @Test
    void anAdministratorStoresAMapTypeUnderAnIdOfTheirOwn() {
        MapType map = crossroads().mapType();
        LobbyScenario lobby = new LobbyScenario(MAP_SUBJECT);

        assertThat(lobby.at(3).send(ADMINISTRATOR, creation(map)))
                .contains(new LobbyEvent(
                        MAP_SUBJECT, 1L, time(3), commandId(1), null, 0, new MapTypeCreated(ID, map, null)));
        assertThat(lobby.mapType()).isEqualTo(new LobbyMapType(1L, ID, GameScenario.START_MS + 3));
        assertThat(codeOf(new LobbyScenario(MAP_SUBJECT).send(ANN, creation(map))))
                .isEqualTo(RejectionCode.NOT_ADMINISTRATOR);
    }

    @Test
    void theIdOfAMapTypeIsTakenOnce() {
        LobbyScenario lobby = new LobbyScenario(MAP_SUBJECT);
        lobby.send(ADMINISTRATOR, creation(crossroads().mapType()));
        MapType faulty = crossroads().mapType();
        faulty.setWidth(0);

        // The id comes before the map in the list of rejections.
        LobbyEvent second = lobby.send(ADMINISTRATOR, creation(faulty)).orElseThrow();

        assertThat(codeOf(second)).isEqualTo(RejectionCode.MAP_TYPE_EXISTS);
        assertThat(second.getSequence()).isEqualTo(2);
        assertThat(lobby.mapType().getSequence()).isEqualTo(1);
        assertThat(lobby.progress()).isEqualTo(new Progress(2L, GameScenario.START_MS, false));
    }

    @Test
    void anAdministratorRemovesAMapTypeAndItsIdStaysTaken() {
        LobbyScenario lobby = new LobbyScenario(MAP_SUBJECT);
        lobby.send(ADMINISTRATOR, creation(crossroads().mapType()));

        assertThat(lobby.send(ADMINISTRATOR, new RemoveMapType(ID))
                        .orElseThrow()
                        .getPayload())
                .isEqualTo(new MapTypeRemoved(ID, RemovalReason.ADMINISTRATOR));
        assertThat(codeOf(lobby.send(ADMINISTRATOR, new RemoveMapType(ID)))).isEqualTo(RejectionCode.UNKNOWN_MAP_TYPE);
        assertThat(codeOf(lobby.send(ADMINISTRATOR, creation(crossroads().mapType()))))
                .isEqualTo(RejectionCode.MAP_TYPE_EXISTS);
    }

    @Test
    void aMapTypeWithFaultsIsRefusedWithAllOfThem() {
        MapType faulty = crossroads().mapType();
        faulty.setWidth(0);
        faulty.setName("");
        LobbyScenario lobby = new LobbyScenario(MAP_SUBJECT);

        LobbyEvent event = lobby.send(ADMINISTRATOR, creation(faulty)).orElseThrow();

        assertThat(codeOf(event)).isEqualTo(RejectionCode.INVALID_MAP);
        assertThat(((CommandRejected) event.getPayload()).getDetails())
                .containsExactly(
                        new Detail("/name", "must have 1 to 100 characters"),
                        new Detail("/width", "is 0 and must be 2 to 200"));
        assertThat(event.getSequence()).isZero();
        assertThat(lobby.mapType()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "0F0E0D0C-0b0a-4908-8706-050403020100"})
    void theIdOfAMapTypeIsAUuidAndItsSubjectIsMadeOfIt(String id) {
        assertThat(detailsOf(new LobbyScenario("map-type:" + id)
                        .send(ANN, new CreateMapType(id, crossroads().mapType()))))
                .containsExactly(new Detail("mapTypeId", "must be a UUID in lower case"));
        assertThat(detailsOf(new LobbyScenario("map-type:" + ANNS_ID)
                        .send(ANN, creation(crossroads().mapType()))))
                .containsExactly(new Detail("subject", "must be that of the mapTypeId"));
    }

    @Test
    void aRepeatedCommandHasOneOutcome() {
        LobbyScenario lobby = new LobbyScenario("player:ann");
        LobbyCommand command = lobby.command(registrar("Ann"), new RegisterPlayer("Ann"));
        assertThat(lobby.send(command, registrar("Ann"), 100)).isPresent();

        for (int i = 0; i < 1_000; i++) {
            assertThat(lobby.at(i * 100L).send(command, registrar("Ann"), 100)).isEmpty();
        }

        // Refused commands are remembered too, once the subject is known.
        LobbyCommand refused = lobby.at(0).command(registrar("Ann"), new RegisterPlayer("Ann"));
        assertThat(codeOf(lobby.send(refused, registrar("Ann"), 100))).isEqualTo(RejectionCode.NAME_TAKEN);
        assertThat(lobby.send(refused, registrar("Ann"), 100)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"300000, false", "300001, true"})
    void anIdIsRememberedFor5Minutes(long afterMs, boolean newCommand) {
        LobbyScenario lobby = new LobbyScenario("player:ann");
        LobbyCommand command = lobby.command(registrar("Ann"), new RegisterPlayer("Ann"));
        lobby.send(command, registrar("Ann"), 100);
        command.setIssuedAt(time(afterMs));

        assertThat(lobby.at(afterMs).send(command, registrar("Ann"), 100).isPresent())
                .isEqualTo(newCommand);
    }

    @ParameterizedTest
    @CsvSource({"-120001, false", "-120000, true", "60000, true", "60001, false"})
    void commandsAreIssuedAtMost2MinutesBeforeAnd1MinuteAfterTheyArrive(long issuedMs, boolean timely) {
        LobbyScenario lobby = new LobbyScenario("player:ann");
        LobbyCommand command = lobby.command(registrar("Ann"), new RegisterPlayer("Ann"));
        command.setIssuedAt(time(issuedMs));

        LobbyEvent event = lobby.send(command, registrar("Ann"), 100).orElseThrow();

        assertThat(event.getPayload() instanceof PlayerRegistered).isEqualTo(timely);
        if (!timely) {
            assertThat(codeOf(event)).isEqualTo(RejectionCode.NOT_TIMELY);
        }
    }

    @Test
    void theFirstOfSeveralFaultsIsTheOutcome() {
        // From a command that is wrong in every way, one thing after the other is made right.
        LobbyScenario lobby = new LobbyScenario("player:ann");
        lobby.register(registrar("Ann"), "Ann");
        LobbyCommand command = lobby.command(registrar("Bob"), new RegisterPlayer("Ann"));
        command.setPlayerId(BOB.playerId());
        command.setIssuedAt(Instant.EPOCH);
        command.setCommandId("x");
        int long_ = CommandMetadata.COMMAND_BYTES_MAXIMUM + 1;

        assertThat(codeOf(lobby.send(command, NOBODY, long_))).isEqualTo(RejectionCode.UNAUTHENTICATED);
        assertThat(codeOf(lobby.send(command, ANN, long_))).isEqualTo(RejectionCode.UNAUTHENTICATED);
        assertThat(codeOf(lobby.send(command, registrar("Bob"), long_))).isEqualTo(RejectionCode.NOT_YOU);
        assertThat(codeOf(lobby.send(command, registrar("Ann"), long_))).isEqualTo(RejectionCode.NOT_YOU);
        command.setPlayerId(null);
        assertThat(codeOf(lobby.send(command, registrar("Ann"), long_))).isEqualTo(RejectionCode.NOT_TIMELY);
        command.setIssuedAt(time(0));
        assertThat(codeOf(lobby.send(command, registrar("Ann"), long_))).isEqualTo(RejectionCode.MALFORMED);
        assertThat(codeOf(lobby.send(command, registrar("Ann"), 100))).isEqualTo(RejectionCode.MALFORMED);
        command.setCommandId(commandId(99));
        assertThat(codeOf(lobby.send(command, registrar("Ann"), 100))).isEqualTo(RejectionCode.NAME_TAKEN);
        // Each was an event of a subject that is there, so they are numbered on.
        assertThat(lobby.events().stream().map(LobbyEvent::getSequence))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(lobby.progress()).isEqualTo(new Progress(9L, GameScenario.START_MS, false));
    }

    @Test
    void whatIsRefusedBeforeTheSubjectIsThereLeavesNothingBehind() {
        LobbyScenario lobby = new LobbyScenario("player:ann");
        LobbyCommand command = lobby.command(registrar("Bob"), new RegisterPlayer("Ann"));

        for (int i = 0; i < 3; i++) {
            LobbyEvent event = lobby.send(command, registrar("Bob"), 100).orElseThrow();
            assertThat(codeOf(event)).isEqualTo(RejectionCode.NOT_YOU);
            assertThat(event.getSequence()).isZero();
        }
        assertThat(lobby.register(registrar("Ann"), "Ann").orElseThrow().getSequence())
                .isEqualTo(1);
    }

    @Test
    void aCommandMayBeAsLongAsTheLimit() {
        LobbyScenario lobby = new LobbyScenario("player:ann");
        LobbyCommand command = lobby.command(registrar("Ann"), new RegisterPlayer("Ann"));

        assertThat(codeOf(lobby.send(command, registrar("Ann"), CommandMetadata.COMMAND_BYTES_MAXIMUM + 1)))
                .isEqualTo(RejectionCode.MALFORMED);
        assertThat(lobby.send(command, registrar("Ann"), CommandMetadata.COMMAND_BYTES_MAXIMUM)
                        .orElseThrow()
                        .getPayload())
                .isInstanceOf(PlayerRegistered.class);
    }

    @ParameterizedTest
    @CsvSource({"64, true", "65, false"})
    void anIdOfUpTo64CharactersIsRepeatedInTheRejection(int length, boolean repeated) {
        LobbyScenario lobby = new LobbyScenario("player:ann");
        LobbyCommand command = lobby.command(registrar("Ann"), new RegisterPlayer("Ann"));
        command.setCommandId("x".repeat(length));

        LobbyEvent event = lobby.send(command, registrar("Ann"), 100).orElseThrow();

        assertThat(codeOf(event)).isEqualTo(RejectionCode.MALFORMED);
        assertThat(event.getCommandId()).isEqualTo(repeated ? command.getCommandId() : null);
    }

    @Test
    void anIdThatIsFarTooLongIsNotRepeated() {
        LobbyScenario lobby = new LobbyScenario("player:ann");
        LobbyCommand command = lobby.command(registrar("Ann"), new RegisterPlayer("Ann"));
        command.setCommandId("x".repeat(400_000));

        assertThat(lobby.send(command, registrar("Ann"), 400_100).orElseThrow().getCommandId())
                .isNull();
    }

    @Test
    void theEventsOfASubjectGiveItsState() {
        LobbyScenario lobby = new LobbyScenario(MAP_SUBJECT);
        lobby.send(NOBODY, creation(crossroads().mapType()));
        lobby.at(1).send(ADMINISTRATOR, creation(crossroads().mapType()));
        lobby.at(2).send(BOB, creation(crossroads().mapType()));
        lobby.at(3).send(NOBODY, creation(crossroads().mapType()));

        LobbyScenario folded = new LobbyScenario(MAP_SUBJECT);
        for (int times = 0; times < 2; times++) {
            lobby.events().forEach(folded::fold);
        }

        assertThat(folded.mapType()).isEqualTo(lobby.mapType());
        assertThat(folded.progress())
                .isEqualTo(lobby.progress())
                .isEqualTo(new Progress(3L, GameScenario.START_MS + 3, false));
    }

    @Test
    void timeDoesNotGoBackBetweenTheEventsOfASubject() {
        LobbyScenario lobby = new LobbyScenario("player:ann");
        lobby.at(5_000).register(registrar("Ann"), "Ann");

        LobbyEvent earlier = lobby.at(3_000).register(registrar("Ann"), "Ann").orElseThrow();
        LobbyEvent later = lobby.at(5_001).register(registrar("Ann"), "Ann").orElseThrow();

        assertThat(earlier.getTime()).isEqualTo(time(5_000));
        assertThat(later.getTime()).isEqualTo(time(5_001));
    }

    @Test
    void timersOfANewerBuildDoNotFire() {
        LobbyScenario lobby = new LobbyScenario("player:ann");
        lobby.set(new DueTimer(GameScenario.START_MS, 1, TimerId.of(99)));

        assertThatIllegalStateException()
                .isThrownBy(() -> lobby.register(registrar("Ann"), "Ann"))
                .withMessageContaining("newer build")
                .withMessageContaining("player:ann");
    }

    @Test
    void nothingInTheLobbyIsForServices() {
        LobbyScenario lobby = new LobbyScenario(MAP_SUBJECT);

        LobbyEvent event = lobby.send(
                        Principal.service("robots"), creation(crossroads().mapType()))
                .orElseThrow();

        assertThat(event.getPayload())
                .isEqualTo(new CommandRejected(
                        RejectionCode.UNAUTHENTICATED, "Nothing else here is for services", List.of()));
        assertThat(codeOf(new LobbyScenario("player:ann").register(Principal.service("robots"), "Ann")))
                .isEqualTo(RejectionCode.UNAUTHENTICATED);
    }

    @Test
    void eachFaultOfTheFormIsADetail() {
        LobbyCommand command = new LobbyScenario("player:ann").command(registrar("Ann"), new RegisterPlayer("A"));
        command.setCommandId("x");

        CommandRejected rejected = (CommandRejected) new LobbyScenario("player:ann")
                .send(command, registrar("Ann"), CommandMetadata.COMMAND_BYTES_MAXIMUM + 1)
                .orElseThrow()
                .getPayload();

        assertThat(rejected.getCode()).isEqualTo(RejectionCode.MALFORMED);
        assertThat(rejected.getDetails())
                .containsExactly(
                        new Detail("/", "is 512001 bytes long; 512000 are allowed"),
                        new Detail("commandId", "must be a UUID in lower case"),
                        new Detail("playerName", "must have 3 to 32 of the characters A-Z, a-z, 0-9, _ and -"));
    }

    @Test
    void aSubjectIsATextWithoutTheCharacterThatEndsItInKeys() {
        LobbyScenario lobby = new LobbyScenario("player:ann\0");

        assertThat(detailsOf(lobby.register(Principal.registrar(idOf("player:ann\0"), "Ann"), "Ann")))
                .containsExactly(
                        new Detail("subject", "must be a text without the character 0"),
                        new Detail("subject", "must be that of the playerName"));
        assertThat(detailsOf(
                        new LobbyScenario("").send(ANN, creation(crossroads().mapType()))))
                .containsExactly(
                        new Detail("subject", "must be a text without the character 0"),
                        new Detail("subject", "must be that of the mapTypeId"));
    }

    private static LobbyPlayer annRegisteredAt(long ms) {
        return new LobbyPlayer(1L, ANNS_ID, "Ann", ms, null, List.of(), List.of(), List.of(), List.of(), null);
    }

    private static Principal registrar(String name) {
        return Principal.registrar(idOf("player:" + name.toLowerCase(Locale.ROOT)), name);
    }

    private static String idOf(String subject) {
        return UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static CreateMapType creation(MapType map) {
        return new CreateMapType(ID, map);
    }

    private static List<Detail> detailsOf(Optional<LobbyEvent> malformed) {
        assertThat(codeOf(malformed)).isEqualTo(RejectionCode.MALFORMED);
        return ((CommandRejected) malformed.orElseThrow().getPayload()).getDetails();
    }

    private static RejectionCode codeOf(Optional<LobbyEvent> event) {
        return codeOf(event.orElseThrow());
    }

    private static RejectionCode codeOf(LobbyEvent event) {
        assertThat(event.getPayload()).isInstanceOf(CommandRejected.class);
        return ((CommandRejected) event.getPayload()).getCode();
    }
}
