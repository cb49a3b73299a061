package dungeon.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.tictactoe.TicTacToeCommand;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

/** The records that go over the wire, as the tables of the design list them: name, then fields; `?` says that there may be no value. */
class WireTablesTest {
    private static final String COMMAND_TABLE = """
            CreateGame | map MapType · rules Rules · participantLimit int · durationMs long · seed bytes · practiceFor string? · mapTypeId string? · requestedBy string? · match OpenMatch?
            StartGame |
            EndGame |
            JoinGame | playerName string
            MoveRobot | robotId string · direction Direction
            AttackRobot | robotId string · targetRobotId string
            StartMining | robotId string · mine Tile?
            SellResources | robotId string
            ClearQueue | robotId string
            BuyRobots | quantity int · station Tile?
            BuyUpgrade | robotId string · upgrade Upgrade · levels int
            Tick |
            """;

    private static final String LOBBY_COMMAND_TABLE = """
            RegisterPlayer | playerName string
            CreateMapType | mapTypeId string · map MapType
            StoreMapType | map MapType
            RemoveMapType | mapTypeId string
            RequestPracticeGame | map MapType · mapTypeId string? · bots int · durationMs long
            ReportPracticeGame | gameId string · state GameState
            ReportParticipation | gameId string
            Tick |
            RenamePlayer |
            RequestRoom | plan RoomPlan
            ReportRoom | roomId string · report RoomReport
            SearchOpponent | pace Pace · bot Opponent? · botAfterMs long
            RenewSearch | searchId string
            LeaveSearch | searchId string
            EnterPool | search OpponentSearch
            AssignOpponent | searchId string · opponent OpponentSearch? · plan RoomPlan
            ExpectRoom | searchId string
            AssignRoom | searchId string · roomId string
            EndSearch | searchId string · reason SearchEndReason
            RequestMatch | map MapType · mapTypeId string? · seats int · durationMs long · waitMs long · bots HouseBot?
            """;

    private static final String ROOM_COMMAND_TABLE = """
            CreateRoom | players [RoomPlayer] · plan RoomPlan · requestedBy string? · requestedWith string?
            JoinRoom | playerName string · invitation string?
            LeaveRoom |
            PlaceMark | round int · move int · cell int
            Resign | round int
            OfferRematch | round int
            ClaimWin | round int
            ReportPresence | playerId string · connected boolean
            Tick |
            """;

    private static final String ROOM_EVENT_TABLE = """
            RoomCreated | player RoomPlayer · plan RoomPlan · expiresAt time · requestedBy string? · requestedWith string?
            PlayerSeated | player RoomPlayer
            RoundStarted | round int · xPlayerId string · oPlayerId string · remainingMs long · deadline time
            MarkPlaced | round int · move int · mark Mark · cell int · remainingMs long · deadline time?
            RoundEnded | round int · result RoundResult · reason RoundEndReason · winnerId string? · line [int] · wins [int] · closesAt time
            RematchOffered | round int
            PlayerGone | claimableAt time
            PlayerReturned |
            RoomClosed | reason RoomClosingReason · requestedBy string? · requestedWith string?
            CommandRejected | code RoomRejectionCode · message string · details [Detail]
            """;

    private static final String LOBBY_EVENT_TABLE = """
            PlayerRegistered | playerId string · playerName string · expiresAt time?
            MapTypeCreated | mapTypeId string · map MapType · expiresAt time?
            CommandRejected | code RejectionCode · message string · details [Detail]
            PlayerExpired |
            MapTypeRemoved | mapTypeId string · reason RemovalReason
            PracticeGameGranted | gameId string · map MapType · mapHash string · mapTypeId string? · bots int · durationMs long · givenUpAt time · mapTypeExpiresAt time?
            PracticeGameConfirmed | gameId string · overAt time
            PracticeGameClosed | gameId string · reason ClosingReason · releasedAt time · unplayableMaps [string]?
            PracticeGameReleased | gameId string
            GuestKept |
            PlayerRenamed | playerName string
            RoomGranted | roomId string · playerName string · plan RoomPlan · givenUpAt time
            RoomConfirmed | roomId string · overAt time
            RoomReleased | roomId string · reason RoomReleaseReason · searchId string?
            SearchStarted | search OpponentSearch · givenUpAt time
            PoolEntered | search OpponentSearch · endsAt time · botAt time?
            SearchRenewed | searchId string · endsAt time
            PoolLeft | searchId string · subject string · reason SearchEndReason
            OpponentsMatched | host OpponentSearch · guest OpponentSearch? · plan RoomPlan
            MatchRoomRequested | searchId string · roomId string · replacedRoomId string? · playerName string · opponent OpponentSearch? · plan RoomPlan · attempt int · againAt time
            RoomExpected | searchId string · givenUpAt time
            MatchRoomAssigned | searchId string · roomId string · replacedRoomId string? · givenUpAt time
            SearchEnded | searchId string · reason SearchEndReason
            MatchGranted | gameId string · map MapType · mapHash string · mapTypeId string? · match OpenMatch · seats int · durationMs long · waitMs long · givenUpAt time · mapTypeExpiresAt time?
            """;

    private static final String EVENT_TABLE = """
            GameCreated | map MapType · rules Rules · participantLimit int · durationMs long · seedHash string · practiceFor string? · mapTypeId string? · rulesVersion int · expiresAt time · requestedBy string? · match OpenMatch?
            MapInstantiated | width int · height int · gravity bytes · structure bytes · contents [Content] · depositUnits [long] · nextDraw long
            GameStarted | startedAt time · endsAt time
            GameEnded | reason EndReason · seed string · standings [Standing] · purgedAt time · requestedBy string?
            GamePurged |
            PlayerJoined | playerName string · homeStation Tile · balance long · number int
            PlayerEliminated |
            RobotsPurchased | voucherId string · quantity int · station Tile · price long · balance long · nextId long
            RobotSpawned | robotId string · name string · condition Condition · levels Levels · nextId long
            UpgradePurchased | voucherId string · robotId string · upgrade Upgrade · levels int · price long · balance long · nextId long
            RobotUpgraded | voucherId string · robotId string · upgrade Upgrade · level int · condition Condition · score Score · upgradeCredits long
            VoucherDiscarded | voucherId string · robotId string · reason DiscardReason
            ActionQueued | robotId string · action Action · place int · runsAt time
            QueueCleared | robotId string · dropped int
            ActionFailed | robotId string · action Action · reason FailureReason · condition Condition
            RobotMoved | robotId string · from Tile · condition Condition · score Score? · nextDraw long?
            RobotAttacked | robotId string · targetRobotId string · damage int · condition Condition · targetCondition Condition · score Score?
            RobotDestroyed | robotId string · cause DestructionCause · byRobotId string? · reward long · balance long? · damageBonus int? · looted [ResourceUnits] · evaporated [ResourceUnits] · score Score? · cargo [ResourceUnits]? · kills int?
            MiningStarted | robotId string · mine Tile · resource Resource · completesAt time · condition Condition
            ResourcesMined | robotId string · mine Tile · resource Resource · collected int · evaporated int · remainingUnits int · cargo [ResourceUnits] · score Score? · deposits [DepositChange]
            MineDepleted | mine Tile · resource Resource
            MineDiscovered | mine Tile · resource Resource · units int · entry int · deposits [DepositChange] · nextDraw long
            ResourcesSold | robotId string · lots [Lot] · revenue long · balance long · condition Condition · score Score
            CommandRejected | code RejectionCode · message string · details [Detail]
            """;

    private static final String PARTS_TABLE = """
            Condition | position Tile · health int · healthFraction int · energy int · energyFraction int · asOf time · readyAt time · queued int · runsAt time?
            Score | category ScoreCategory · gained int · inCategory int · total int
            Levels | storage int · mining int · damage int · health int · healthRegeneration int · energyCapacity int · energyRegeneration int · cooldown int
            Action | type ActionType · direction Direction? · targetRobotId string? · mine Tile?
            Content | tile Tile · kind ContentKind · resource Resource? · units int?
            Standing | playerId string · rank int · total int · mining int · trading int · travelling int · fighting int · upgrading int · balance long
            ResourceUnits | resource Resource · units int
            DepositChange | entry int · leftUnits long · discoveries int · dueAt time?
            Lot | resource Resource · units int · revenue long
            Detail | name string · value string
            Tile | x int · y int
            """;

    private static final String ENUM_TABLE = """
            Direction | N NE E SE S SW W NW
            DiscardReason | NOT_AT_STATION
            FailureReason | VOID EDGE OUT_OF_RANGE SAFE_ZONE TARGET_DESTROYED NO_MINE MINING_IN_PROGRESS NOT_AT_STATION NOTHING_TO_SELL TOO_LITTLE_CAPACITY
            DestructionCause | COMBAT BLACK_HOLE
            RemovalReason | OWNER ADMINISTRATOR UNUSED
            ClosingReason | ENDED GIVEN_UP UNPLAYABLE
            EndReason | TIME_UP ADMINISTRATOR EXPIRED
            Gravity | LIGHT MEDIUM INTENSE
            Structure | STAR_SYSTEM VOID
            ContentKind | SPACE_STATION MINE BLACK_HOLE
            Resource | BIO_MATTER CRYO_GAS DARK_MATTER ION_DUST PLASMA_CORE
            Upgrade | STORAGE MINING DAMAGE HEALTH HEALTH_REGENERATION ENERGY_CAPACITY ENERGY_REGENERATION COOLDOWN
            ActionType | MoveRobot AttackRobot StartMining SellResources
            ScoreCategory | MINING TRADING TRAVELLING FIGHTING UPGRADING
            RejectionCode | UNAUTHENTICATED NOT_YOU NOT_TIMELY MALFORMED UNKNOWN_GAME NOT_ADMINISTRATOR GAME_NOT_RUNNING WRONG_STATE NOT_A_PARTICIPANT ELIMINATED UNKNOWN_ROBOT NOT_OWNER ROBOT_DESTROYED GAME_EXISTS INVALID_MAP INVALID_RULES GAME_FULL ALREADY_JOINED QUEUE_FULL UNKNOWN_TARGET NOT_A_STATION ROBOT_LIMIT INSUFFICIENT_FUNDS MAX_LEVEL NAME_TAKEN MAP_TYPE_EXISTS UNKNOWN_PLAYER UNKNOWN_MAP_TYPE PRACTICE_GAME_RUNNING LIMIT_REACHED ALREADY_SEARCHING NOT_SEARCHING
            """;

    @Test
    void commandsAreThoseOfTheTable() {
        assertThat(envelopeOf(Command.getClassSchema()))
                .isEqualTo("commandId string · issuedAt time · gameId string · playerId string?");
        assertThat(payloadsOf(Command.getClassSchema())).isEqualTo(table(COMMAND_TABLE));
    }

    @Test
    void eventsAreThoseOfTheTable() {
        assertThat(envelopeOf(Event.getClassSchema()))
                .isEqualTo(
                        "gameId string · sequence long · time time · commandId string? · playerId string? · remaining int");
        assertThat(payloadsOf(Event.getClassSchema())).isEqualTo(table(EVENT_TABLE));
    }

    @Test
    void commandsToTheLobbyAreThoseOfTheTable() {
        assertThat(envelopeOf(LobbyCommand.getClassSchema()))
                .isEqualTo("commandId string · issuedAt time · subject string · playerId string?");
        assertThat(payloadsOf(LobbyCommand.getClassSchema())).isEqualTo(table(LOBBY_COMMAND_TABLE));
    }

    @Test
    void eventsOfTheLobbyAreThoseOfTheTable() {
        assertThat(envelopeOf(LobbyEvent.getClassSchema()))
                .isEqualTo(
                        "subject string · sequence long · time time · commandId string? · playerId string? · remaining int");
        assertThat(payloadsOf(LobbyEvent.getClassSchema())).isEqualTo(table(LOBBY_EVENT_TABLE));
    }

    @Test
    void commandsToRoomsAreThoseOfTheTable() {
        assertThat(envelopeOf(TicTacToeCommand.getClassSchema()))
                .isEqualTo("commandId string · issuedAt time · roomId string · playerId string?");
        assertThat(payloadsOf(TicTacToeCommand.getClassSchema())).isEqualTo(table(ROOM_COMMAND_TABLE));
    }

    @Test
    void eventsOfRoomsAreThoseOfTheTable() {
        assertThat(envelopeOf(TicTacToeEvent.getClassSchema()))
                .isEqualTo(
                        "roomId string · sequence long · time time · commandId string? · playerId string? · remaining int");
        assertThat(payloadsOf(TicTacToeEvent.getClassSchema())).isEqualTo(table(ROOM_EVENT_TABLE));
    }

    @Test
    void partsAreThoseOfTheTable() {
        Map<String, String> expected = table(PARTS_TABLE);
        assertThat(expected)
                .allSatisfy((name, fields) ->
                        assertThat(fieldsOf(schemaOf(name))).as(name).isEqualTo(fields));
    }

    @Test
    void enumsAreThoseOfTheTable() {
        Map<String, String> expected = table(ENUM_TABLE);
        assertThat(expected)
                .allSatisfy((name, symbols) -> assertThat(schemaOf(name).getEnumSymbols())
                        .as(name)
                        .containsExactly(("UNKNOWN " + symbols).split(" ", -1)));
    }

    private static Map<String, String> table(String text) {
        Map<String, String> rows = new LinkedHashMap<>();
        text.lines().forEach(row -> {
            int bar = row.indexOf('|');
            rows.put(row.substring(0, bar).trim(), row.substring(bar + 1).trim());
        });
        return rows;
    }

    private static Schema schemaOf(String name) {
        try {
            return SpecificData.get().getSchema(Class.forName("dungeon.schemas." + name));
        } catch (ClassNotFoundException e) {
            throw new AssertionError("There is no " + name, e);
        }
    }

    private static Map<String, String> payloadsOf(Schema envelope) {
        Map<String, String> payloads = new LinkedHashMap<>();
        envelope.getField("payload")
                .schema()
                .getTypes()
                .forEach(payload -> payloads.put(payload.getName(), fieldsOf(payload)));
        return payloads;
    }

    private static String envelopeOf(Schema envelope) {
        List<Schema.Field> fields = envelope.getFields();
        assertThat(fields.get(fields.size() - 1).name()).isEqualTo("payload");
        return fieldsOf(fields.subList(0, fields.size() - 1));
    }

    private static String fieldsOf(Schema record) {
        return fieldsOf(record.getFields());
    }

    private static String fieldsOf(List<Schema.Field> fields) {
        return fields.stream()
                .map(field -> field.name() + " " + typeOf(field.schema()))
                .collect(Collectors.joining(" · "));
    }

    private static String typeOf(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM -> schema.getName();
            case ARRAY -> "[" + typeOf(schema.getElementType()) + "]";
            case UNION -> typeOf(schema.getTypes().get(1)) + "?";
            case LONG -> schema.getLogicalType() instanceof LogicalTypes.TimestampMillis ? "time" : "long";
            default -> schema.getType().getName();
        };
    }
}
