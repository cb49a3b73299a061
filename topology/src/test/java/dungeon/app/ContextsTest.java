package dungeon.app;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.Fault;
import dungeon.platform.core.PlatformCode;
import dungeon.platform.streams.ContextModule;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Detail;
import dungeon.schemas.RejectionCode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the platform expects of each context. */
class ContextsTest {
    /** Codes that a context calls differently; all others have the names of the platform. */
    private static final Map<String, RejectionCode> OWN_NAMES = Map.of(
            "robots UNKNOWN_AGGREGATE", RejectionCode.UNKNOWN_GAME,
            "lobby UNKNOWN_AGGREGATE", RejectionCode.UNKNOWN_PLAYER);

    /** Those that share the records of a rejection. */
    static Stream<Arguments> codes() {
        return Stream.of(Contexts.ROBOTS, Contexts.LOBBY)
                .flatMap(module -> Stream.of(PlatformCode.values()).map(code -> Arguments.of(module.name(), code)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("codes")
    void eachContextRefusesWithEachCodeOfThePlatform(String context, PlatformCode code) {
        RejectionCode own = OWN_NAMES.get(context + " " + code);
        RejectionCode expected = own != null ? own : RejectionCode.valueOf(code.name());
        List<Fault> faults = List.of(new Fault("field", "problem"), new Fault("/", "other"));

        assertThat(module(context).context().rejections().of(code, "why", faults))
                .isEqualTo(new CommandRejected(
                        expected, "why", List.of(new Detail("field", "problem"), new Detail("/", "other"))));
        assertThat(module(context).context().rejections().of(code, "why", List.of()))
                .isEqualTo(new CommandRejected(expected, "why", List.of()));
    }

    @Test
    void noTwoContextsShareANameOrATopic() {
        Set<String> names = new HashSet<>();
        for (ContextModule<?, ?> module : Contexts.ALL) {
            assertThat(names.add(module.name())).isTrue();
            assertThat(names.add(module.commands().name())).isTrue();
            assertThat(names.add(module.events().name())).isTrue();
        }
    }

    /** State names its stores by them, and applications their groups. */
    @Test
    void theContextsHaveTheirNamesInTheirOrder() {
        assertThat(Contexts.ALL)
                .extracting(ContextModule::name)
                .containsExactly("robots", "lobby", "identity", "tictactoe");
        assertThat(Contexts.named(List.of("lobby", "identity", "robots"))).isEqualTo(Contexts.TOGETHER);
        assertThat(Contexts.named(Set.of("lobby"))).containsExactly(Contexts.LOBBY);
    }

    private static ContextModule<?, ?> module(String context) {
        return Contexts.named(List.of(context)).get(0);
    }
}
