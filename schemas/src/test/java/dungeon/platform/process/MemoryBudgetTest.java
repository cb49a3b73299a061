package dungeon.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
    private static final long MEGABYTE = 1024 * 1024;

    @Test
    void givesStoresWhatTheyWantWhereThereIsRoom() {
        assertThat(budget(1024, 512).storesBytes(128 * MEGABYTE)).isEqualTo(128 * MEGABYTE);
    }

    @Test
    void givesStoresWhatHeapAndJvmLeave() {
        assertThat(budget(512, 256).storesBytes(128 * MEGABYTE)).isEqualTo(32 * MEGABYTE);
    }

    @Test
    void givesStoresALittleEvenWhereNothingIsLeft() {
        assertThat(budget(256, 256).storesBytes(128 * MEGABYTE)).isEqualTo(8 * MEGABYTE);
    }

    @Test
    void knowsTheLimitOfThisProcess() {
        MemoryBudget budget = MemoryBudget.ofThisProcess();
        assertThat(budget.limitBytes()).isGreaterThan(budget.heapBytes());
        assertThat(budget.heapBytes()).isEqualTo(Runtime.getRuntime().maxMemory());
    }

    private static MemoryBudget budget(long limitMegabytes, long heapMegabytes) {
        return new MemoryBudget(limitMegabytes * MEGABYTE, heapMegabytes * MEGABYTE);
    }
}
