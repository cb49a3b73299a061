package dungeon.ingest.fake;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands one platform to all tests that only send requests; starting one takes seconds. */
public final class SharedPlatform implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FakePlatform.class;
    }

    @Override
    public FakePlatform resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The root store closes it when all tests are done.
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(
                        FakePlatform.class,
                        type -> FakePlatform.started(Map.of("dungeon.ingest.limits.outcomeWait", "2s")),
                        FakePlatform.class);
    }
}
