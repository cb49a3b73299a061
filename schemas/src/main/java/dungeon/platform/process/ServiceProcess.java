package dungeon.platform.process;

import dungeon.platform.config.CommonSettings;
import dungeon.platform.config.Settings;
import dungeon.schemas.topics.GamesTopics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Runs a service until SIGTERM, after which it is closed, or until it fails. Its settings come from where {@link Settings#texts} says, its
 * {@link ExitCode} says how it has ended. A class with a main method that uses this has no logger of its own, so that settings choose the log.
 */
public final class ServiceProcess {
    /** Below the 20 s that operators are promised, and the 30 s after which Kubernetes kills what does not stop. */
    private static final Duration STOP_MAXIMUM = Duration.ofSeconds(19);

    private static final String HELP = "--help";

    private final String name;
    private final Duration stopMaximum;
    private final AtomicReference<RunningService> running = new AtomicReference<>();

    /** @param stopMaximum how long it may take to close */
    ServiceProcess(String name, Duration stopMaximum) {
        this.name = name;
        this.stopMaximum = stopMaximum;
    }

    /** Starts a service from its settings. */
    @FunctionalInterface
    public interface Starter {
        /**
         * Comes back when it runs.
         *
         * @throws IllegalArgumentException if a setting cannot be right, as {@link ConfigException} if it is one of Kafka's
         * @throws Exception if something that it needs is not there
         */
        RunningService start(Map<String, String> texts) throws Exception;
    }

    /**
     * Comes back only if somebody asked for help.
     *
     * @param name of the service at the beginning of a sentence
     * @param definition its settings, for whoever asks
     */
    public static void run(String name, Supplier<ConfigDef> definition, String[] arguments, Starter starter) {
        if (arguments.length > 0 && arguments[0].equals(HELP)) {
            System.out.print(help(definition.get()));
            return;
        }
        new ServiceProcess(name, STOP_MAXIMUM).run(arguments, starter);
    }

    void run(String[] arguments, Starter starter) {
        try {
            Map<String, String> texts = Settings.texts(arguments, System.getenv());
            LogSetup.apply(texts);
            GamesTopics.require(texts.getOrDefault(CommonSettings.GAMES_TOPICS, ""));
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "shutdown"));
            running.set(starter.start(texts));
        } catch (IllegalArgumentException | ConfigException e) {
            end(ExitCode.WRONG_SETTINGS, "cannot start", e);
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(ExitCode.CANNOT_START, "was interrupted", e);
            return;
        } catch (Exception | LinkageError e) {
            end(ExitCode.CANNOT_START, "cannot start", e);
            return;
        }
        end(ExitCode.FAILED, "cannot go on", running.get().failure().join());
    }

    private void end(ExitCode code, String what, Throwable cause) {
        // If it was not even clear how to log.
        LogSetup.apply(Map.of());
        Logger log = LoggerFactory.getLogger(ServiceProcess.class);
        log.error("{} {} (exit code {}): {}", name, what, code.code(), cause.getMessage());
        // What is wrong around a service is said in its message; what is wrong in it has none that would do.
        // An argument that is refused may be a setting, or one that a fault of ours has made.
        boolean unclear = code == ExitCode.WRONG_SETTINGS && !(cause instanceof ConfigException);
        boolean ours =
                unclear || code == ExitCode.FAILED || cause.getMessage() == null || cause instanceof LinkageError;
        log.atLevel(ours ? Level.ERROR : Level.DEBUG).setCause(cause).log("The whole of it");
        System.exit(code.code());
    }

    private void stop() {
        RunningService service = running.get();
        if (service == null) {
            return;
        }
        Thread closing = new Thread(service::close, "close");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(stopMaximum.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (closing.isAlive()) {
            LoggerFactory.getLogger(ServiceProcess.class)
                    .error("{} did not stop within {}, and is halted", name, stopMaximum);
            Runtime.getRuntime().halt(ExitCode.NOT_STOPPED.code());
        }
    }

    private static String help(ConfigDef definition) {
        StringBuilder text = new StringBuilder();
        for (ConfigDef settings : new ConfigDef[] {definition, CommonSettings.definition()}) {
            settings.configKeys().values().stream()
                    .sorted((one, other) -> one.name.compareTo(other.name))
                    .forEach(key ->
                            text.append("--%s=%s%n    %s%n".formatted(key.name, key.defaultValue, key.documentation)));
        }
        return text.toString();
    }

    /** Something that runs until it is closed. */
    public interface RunningService extends AutoCloseable {
        /** Completes, with the cause, if it has ended by itself; never for one that outlasts whatever it needs. */
        default CompletableFuture<Throwable> failure() {
            return new CompletableFuture<>();
        }

        @Override
        void close();
    }
}
