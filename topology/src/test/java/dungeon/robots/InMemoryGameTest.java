package dungeon.robots;

import static dungeon.robots.GameScenario.ADMINISTRATOR;
import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.BOB;
import static dungeon.robots.GameScenario.GAME;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Principal;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.JoinGame;
import dungeon.schemas.StartGame;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Robot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class InMemoryGameTest {
    private final InMemoryGame game = new InMemoryGame(GAME);
    private final List<Event> events = new ArrayList<>();
    private int commands;

    @Test
    void decidesCommandsAndShowsWhatTheyLeave() {
        play();

        assertThat(game.gameId()).isEqualTo(GAME);
        assertThat(game.game().getParticipants()).isEqualTo(2);
        assertThat(game.progress().getSequence()).isEqualTo(events.size());
        assertThat(game.tile(0, 0).getX()).isZero();
        assertThat(game.tile(0, 100)).isNull();
        assertThat(game.accounts())
                .extracting(Account::getPlayerName)
                .containsExactlyInAnyOrder(ANN.name(), BOB.name());
        assertThat(game.account(ANN.playerId()).getRobots()).isEqualTo(3);
        assertThat(game.robots()).hasSize(3).isSortedAccordingTo(Comparator.comparing(Robot::getRobotId));
        assertThat(game.robot(game.robots().get(0).getRobotId()))
                .isEqualTo(game.robots().get(0));
        assertThat(game.timers()).hasSize(1);
        assertThat(game).hasToString(game.records().toString());
    }

    @Test
    void isEqualToTheFoldOfItsEventsAndToNothingElse() {
        play();
        InMemoryGame folded = new InMemoryGame(GAME);
        events.forEach(folded::fold);

        assertThat(folded).isEqualTo(game).hasSameHashCodeAs(game);
        Object records = game.records();
        assertThat(game.equals(records)).isFalse();
        send(BOB, new BuyRobots(1, null));
        assertThat(folded).isNotEqualTo(game);
    }

    private void play() {
        send(ADMINISTRATOR, GameScenario.creation(MapPlan.crossroads().mapType(), GameScenario.defaults()));
        send(ANN, new JoinGame(ANN.name()));
        send(BOB, new JoinGame(BOB.name()));
        send(ADMINISTRATOR, new StartGame());
        send(ANN, new BuyRobots(3, null));
    }

    private void send(Principal principal, SpecificRecord payload) {
        Command command = new Command(
                GameScenario.commandId(++commands), GameScenario.time(0), GAME, principal.playerId(), payload);
        game.handle(command, new CommandMetadata(principal, GameScenario.START_MS, 100), events::addAll);
    }
}
