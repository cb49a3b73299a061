package dungeon.standalone.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.standalone.bots.tempers.Tempers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BotHostTest {
    @Test
    void sendsEachTemperIntoAMatchOfFour() {
        assertThat(BotHost.mixed(4)).containsExactly(BotKind.values());
        assertThat(BotHost.mixed(6)).endsWith(BotKind.MINER, BotKind.TRADER);
    }

    @Test
    void usesBothWaysInAlreadyWithTwoBots() {
        assertThat(BotHost.mixed(2)).extracting(BotKind::isOverHttp).containsExactly(true, false);
    }

    @Test
    void hasAKindForEachTemper() {
        assertThat(Arrays.stream(BotKind.values()).map(BotKind::temper)).containsExactly(Tempers.values());
    }
}
