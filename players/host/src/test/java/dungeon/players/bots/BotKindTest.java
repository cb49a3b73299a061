package dungeon.players.bots;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BotKindTest {
    @Test
    void sendsEachStrategyOfTheHouseIntoAMatchOfFour() {
        assertThat(BotKind.mixed(4))
                .extracting(BotKind::strategy)
                .containsExactly("miner", "trader", "fighter", "explorer");
        assertThat(BotKind.mixed(6)).extracting(BotKind::strategy).endsWith("miner", "trader");
    }

    @Test
    void usesBothWaysInAlreadyWithTwoBots() {
        assertThat(BotKind.mixed(2)).extracting(BotKind::overHttp).containsExactly(true, false);
    }

    @Test
    void findsTheStrategyOfEachKind() {
        assertThat(BotKind.mixed(4))
                .allSatisfy(kind -> assertThat(kind.source().name()).isEqualTo(kind.strategy()));
    }
}
