package dungeon.schemas.topics;

import dungeon.platform.envelope.Handlers;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.AttackRobot;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Command;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Direction;
import dungeon.schemas.EndGame;
import dungeon.schemas.HouseBot;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.OpenMatch;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartGame;
import dungeon.schemas.StartMining;
import dungeon.schemas.Tick;
import dungeon.schemas.Upgrade;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * What can never be right with the fields of an order to a game, whatever the game is like. The rules refuse such orders, and whoever
 * takes them over HTTP does so before they are written, in the same words.
 */
public final class GameCommandForm {
    /** The longest subject of the lobby is that of a map type. */
    private static final int SUBJECT_LENGTH_MAXIMUM = 45;

    private static final Handlers<GameCommandForm, String> FIELDS = Handlers.<GameCommandForm, String>of(
                    Command.getClassSchema(), "payload")
            .on(CreateGame.class, (form, gameId, create) -> {
                // What is no UUID at all is refused whatever the order is.
                form.check(
                        "gameId", !Ids.isCanonical(gameId) || Ids.timeMsOf(gameId) >= 0, "must be a UUID of version 7");
                form.between("participantLimit", create.getParticipantLimit(), FieldBounds.PARTICIPANT_LIMIT);
                form.between("durationMs", create.getDurationMs(), FieldBounds.DURATION_MS);
                form.between("seed", create.getSeed().remaining(), FieldBounds.SEED_BYTES);
                form.idIfAny("practiceFor", create.getPracticeFor());
                form.idIfAny("mapTypeId", create.getMapTypeId());
                form.check(
                        "requestedBy",
                        create.getRequestedBy() == null
                                || create.getRequestedBy().length() <= SUBJECT_LENGTH_MAXIMUM,
                        "is no subject of the lobby");
                form.openMatch(create.getMatch());
            })
            .ignore(StartGame.class)
            .ignore(EndGame.class)
            .ignore(JoinGame.class)
            .on(MoveRobot.class, (form, gameId, move) -> {
                form.id("robotId", move.getRobotId());
                form.check("direction", move.getDirection() != Direction.UNKNOWN, "is not known to this build");
            })
            .on(AttackRobot.class, (form, gameId, attack) -> {
                form.id("robotId", attack.getRobotId());
                form.id("targetRobotId", attack.getTargetRobotId());
                form.check(
                        "targetRobotId",
                        !attack.getTargetRobotId().equals(attack.getRobotId()),
                        "must be another robot than the attacker");
            })
            .on(StartMining.class, (form, gameId, mining) -> form.id("robotId", mining.getRobotId()))
            .on(SellResources.class, (form, gameId, sell) -> form.id("robotId", sell.getRobotId()))
            .on(ClearQueue.class, (form, gameId, clear) -> form.id("robotId", clear.getRobotId()))
            .on(
                    BuyRobots.class,
                    (form, gameId, buy) -> form.between("quantity", buy.getQuantity(), FieldBounds.QUANTITY))
            .on(BuyUpgrade.class, (form, gameId, buy) -> {
                form.id("robotId", buy.getRobotId());
                form.check("upgrade", buy.getUpgrade() != Upgrade.UNKNOWN, "is not known to this build");
                form.between("levels", buy.getLevels(), FieldBounds.LEVELS);
            })
            .ignore(Tick.class)
            .build();

    private List<FieldFault> faults = List.of();

    private GameCommandForm() {}

    /**
     * What is wrong with an order. Texts are made for a fault only: making them takes longer than deciding the command.
     *
     * @param gameId of a {@link Command}
     * @param payload of the same
     */
    public static List<FieldFault> faults(String gameId, SpecificRecord payload) {
        GameCommandForm form = new GameCommandForm();
        FIELDS.handle(form, gameId, payload);
        return form.faults;
    }

    private void openMatch(OpenMatch match) {
        if (match != null) {
            id("match.openedBy", match.getOpenedBy());
            check(
                    "match.openerName",
                    LobbySubjects.isPlayerName(match.getOpenerName()),
                    "must be the name of a player");
            check("match.bots", match.getBots() != HouseBot.UNKNOWN, "is not known to this build");
        }
    }

    private void idIfAny(String field, String value) {
        if (value != null) {
            id(field, value);
        }
    }

    private void id(String field, String value) {
        check(field, Ids.isCanonical(value), "must be a UUID in lower case");
    }

    private void between(String field, long value, FieldBounds bounds) {
        if (!bounds.contains(value)) {
            fault(field, "must be %d to %d".formatted(bounds.minimum(), bounds.maximum()));
        }
    }

    private void check(String field, boolean holds, String problem) {
        if (!holds) {
            fault(field, problem);
        }
    }

    private void fault(String field, String problem) {
        if (faults.isEmpty()) {
            faults = new ArrayList<>();
        }
        faults.add(new FieldFault(field, problem));
    }
}
