package dungeon.schemas.history;

import dungeon.platform.envelope.Cause;
import dungeon.platform.envelope.DeferredCommand;
import dungeon.platform.envelope.Progress;
import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.analytics.PlayerActivity;
import dungeon.schemas.analytics.PlayerDay;
import dungeon.schemas.analytics.PlayerKills;
import dungeon.schemas.analytics.ResourceSales;
import dungeon.schemas.analytics.WindowResult;
import dungeon.schemas.ecst.BankAccountSnapshot;
import dungeon.schemas.ecst.GameSnapshot;
import dungeon.schemas.ecst.MineSnapshot;
import dungeon.schemas.ecst.PlanetSnapshot;
import dungeon.schemas.ecst.PlayerSnapshot;
import dungeon.schemas.ecst.RobotSnapshot;
import dungeon.schemas.identity.IdentityCommand;
import dungeon.schemas.identity.IdentityEvent;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Counters;
import dungeon.schemas.state.Deposits;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.LinkedLogin;
import dungeon.schemas.state.LobbyMapType;
import dungeon.schemas.state.LobbyPlayer;
import dungeon.schemas.state.LobbyPool;
import dungeon.schemas.state.LobbyTotals;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Player;
import dungeon.schemas.state.RevokedTokens;
import dungeon.schemas.state.Robot;
import dungeon.schemas.state.Room;
import dungeon.schemas.state.Secret;
import dungeon.schemas.state.StoredMapType;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** The records that are written somewhere by themselves, to a topic or to a store, and so outlive the build that wrote them. */
public final class WrittenSchemas {
    public static final List<Class<? extends SpecificRecord>> ENVELOPES = List.of(
            Command.class,
            Event.class,
            LobbyCommand.class,
            LobbyEvent.class,
            IdentityCommand.class,
            IdentityEvent.class,
            TicTacToeCommand.class,
            TicTacToeEvent.class);

    /** What is published of the state of games. */
    public static final List<Class<? extends SpecificRecord>> PUBLISHED_STATE = List.of(
            GameSnapshot.class,
            PlayerSnapshot.class,
            BankAccountSnapshot.class,
            PlanetSnapshot.class,
            MineSnapshot.class,
            RobotSnapshot.class);

    /** Figures of windows: on a topic together, and each alone in the stores and topics of the application that counts. */
    public static final List<Class<? extends SpecificRecord>> ANALYTICS =
            List.of(WindowResult.class, ResourceSales.class, PlayerKills.class, PlayerActivity.class, PlayerDay.class);

    public static final List<Class<? extends SpecificRecord>> STATE = List.of(
            Game.class,
            Counters.class,
            Secret.class,
            MapTile.class,
            Mine.class,
            Deposits.class,
            Account.class,
            Robot.class,
            Player.class,
            StoredMapType.class,
            LobbyPlayer.class,
            LobbyMapType.class,
            LobbyPool.class,
            LobbyTotals.class,
            LinkedLogin.class,
            RevokedTokens.class,
            Room.class,
            Progress.class,
            Cause.class,
            DeferredCommand.class);

    private WrittenSchemas() {}

    /** Envelopes, published state, figures and state records. */
    public static Stream<Class<? extends SpecificRecord>> all() {
        return Stream.of(ENVELOPES, PUBLISHED_STATE, ANALYTICS, STATE).flatMap(List::stream);
    }

    /** The schema that a class was generated from. */
    public static Schema schemaOf(Class<?> type) {
        return SpecificData.get().getSchema(type);
    }

    /** The records and enums that the written schemas are made of, each once, by full name. */
    public static Set<Schema> namedTypes() {
        Set<Schema> types = new TreeSet<>((a, b) -> a.getFullName().compareTo(b.getFullName()));
        all().forEach(type -> collect(schemaOf(type), types));
        return types;
    }

    private static void collect(Schema schema, Set<Schema> types) {
        switch (schema.getType()) {
            case RECORD -> {
                if (types.add(schema)) {
                    schema.getFields().forEach(field -> collect(field.schema(), types));
                }
            }
            case ENUM -> types.add(schema);
            case ARRAY -> collect(schema.getElementType(), types);
            case MAP -> collect(schema.getValueType(), types);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, types));
            default -> {
                // The simple types have no parts.
            }
        }
    }
}
