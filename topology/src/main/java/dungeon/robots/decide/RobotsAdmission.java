package dungeon.robots.decide;

import dungeon.platform.core.AdmissionPolicy;
import dungeon.platform.core.Chance;
import dungeon.platform.core.Fault;
import dungeon.platform.core.Principal;
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
import dungeon.schemas.JoinGame;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartGame;
import dungeon.schemas.StartMining;
import dungeon.schemas.Tick;
import dungeon.schemas.Upgrade;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What a command to a robots' game must look like, and who may give it. */
public final class RobotsAdmission implements AdmissionPolicy<Command> {
    static final int QUANTITY_MAXIMUM = 100;
    static final int UPGRADE_LEVELS_MAXIMUM = 5;
    private static final int PARTICIPANTS_MAXIMUM = 100;
    private static final long DURATION_MINIMUM_MS = 10_000;
    private static final long DURATION_MAXIMUM_MS = 24 * 3_600_000L;

    private static final Handlers<Form, Void> FORM = Handlers.<Form, Void>of(Command.getClassSchema(), "payload")
            .on(CreateGame.class, (form, none, create) -> {
                form.between("participantLimit", create.getParticipantLimit(), 1, PARTICIPANTS_MAXIMUM);
                form.between("durationMs", create.getDurationMs(), DURATION_MINIMUM_MS, DURATION_MAXIMUM_MS);
                form.between("seed", create.getSeed().remaining(), Chance.SEED_BYTES, Chance.SEED_BYTES);
                form.idIfAny("practiceFor", create.getPracticeFor());
                form.idIfAny("mapTypeId", create.getMapTypeId());
            })
            .ignore(StartGame.class)
            .ignore(EndGame.class)
            .ignore(JoinGame.class)
            .on(MoveRobot.class, (form, none, move) -> {
                form.id("robotId", move.getRobotId());
                form.check("direction", move.getDirection() != Direction.UNKNOWN, "is not known to this build");
            })
            .on(AttackRobot.class, (form, none, attack) -> {
                form.id("robotId", attack.getRobotId());
                form.id("targetRobotId", attack.getTargetRobotId());
                form.check(
                        "targetRobotId",
                        !attack.getTargetRobotId().equals(attack.getRobotId()),
                        "must be another robot than the attacker");
            })
            .on(StartMining.class, (form, none, mining) -> form.id("robotId", mining.getRobotId()))
            .on(SellResources.class, (form, none, sell) -> form.id("robotId", sell.getRobotId()))
            .on(ClearQueue.class, (form, none, clear) -> form.id("robotId", clear.getRobotId()))
            .on(BuyRobots.class, (form, none, buy) -> form.between("quantity", buy.getQuantity(), 1, QUANTITY_MAXIMUM))
            .on(BuyUpgrade.class, (form, none, buy) -> {
                form.id("robotId", buy.getRobotId());
                form.check("upgrade", buy.getUpgrade() != Upgrade.UNKNOWN, "is not known to this build");
                form.between("levels", buy.getLevels(), 1, UPGRADE_LEVELS_MAXIMUM);
            })
            .ignore(Tick.class)
            .build();

    @Override
    public String kindFault(Command command, Principal sender) {
        return switch (sender.kind()) {
            case PLAYER, ADMINISTRATOR -> null;
            case REGISTRAR -> "This token is for registering only";
            case SERVICE, UNKNOWN -> "Only players and administrators play";
        };
    }

    @Override
    public String identityFault(Command command, Principal sender) {
        boolean asSomebodyElse = command.getPayload() instanceof JoinGame join
                && !join.getPlayerName().equals(sender.name());
        return asSomebodyElse ? "The token is not that of a player of this name" : null;
    }

    @Override
    public List<Fault> faults(Command command) {
        Form form = new Form();
        FORM.handle(form, null, (SpecificRecord) command.getPayload());
        return form.faults;
    }

    @Override
    public boolean creates(Command command) {
        return command.getPayload() instanceof CreateGame;
    }

    /** What is wrong with one order. Texts are made for a fault only: making them takes longer than deciding the command. */
    private static final class Form {
        private List<Fault> faults = List.of();

        void idIfAny(String field, String value) {
            if (value != null) {
                id(field, value);
            }
        }

        void id(String field, String value) {
            check(field, Ids.isCanonical(value), "must be a UUID in lower case");
        }

        void between(String field, long value, long minimum, long maximum) {
            if (value < minimum || value > maximum) {
                fault(field, "must be %d to %d".formatted(minimum, maximum));
            }
        }

        void check(String field, boolean holds, String problem) {
            if (!holds) {
                fault(field, problem);
            }
        }

        private void fault(String field, String problem) {
            if (faults.isEmpty()) {
                faults = new ArrayList<>();
            }
            faults.add(new Fault(field, problem));
        }
    }
}
