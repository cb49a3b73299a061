package dungeon.verification.endtoend;

import dungeon.standalone.machine.FreePorts;
import dungeon.standalone.machine.Machine;
import dungeon.standalone.machine.MachineConfig;
import dungeon.standalone.machine.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a {@link Machine} that runs in this JVM; all test classes share one, and it is stopped after the last. */
final class SharedMachine implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedMachine.class);

    private record Running(Machine machine, Path data) implements AutoCloseable {
        static Running start() {
            try {
                Path data = Files.createTempDirectory("dungeon-test");
                Machine machine = Machine.claim(new MachineConfig(data, FreePorts.ofAMachine()), Progress.onTerminal());
                machine.start();
                return new Running(machine, data);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("The machine for the tests does not start", e);
            }
        }

        @Override
        public void close() throws IOException {
            machine.close();
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Machine.class;
    }

    @Override
    public Machine resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Running.class, type -> Running.start(), Running.class)
                .machine();
    }
}
