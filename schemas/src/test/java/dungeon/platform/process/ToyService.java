package dungeon.platform.process;

import dungeon.platform.config.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.config.ConfigDef;
import org.slf4j.LoggerFactory;

/** A service in a process of its own that does what {@code does} says. */
final class ToyService implements ServiceProcess.RunningService {
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final String does;

    private ToyService(String does) {
        this.does = does;
        if (does.equals("fail")) {
            failure.complete(new IllegalStateException("it has failed"));
        }
    }

    public static void main(String[] arguments) {
        new ServiceProcess("The toy", Duration.ofMillis(500)).run(arguments, ToyService::start);
    }

    private static ToyService start(Map<String, String> texts) {
        Settings settings = new Settings(
                new ConfigDef()
                        .define("does", ConfigDef.Type.STRING, "run", ConfigDef.Importance.HIGH, "What it does.")
                        .define("port", ConfigDef.Type.INT, 0, ConfigDef.Importance.HIGH, "Nothing listens there."),
                texts);
        if (settings.text("does").equals("lack")) {
            throw new IllegalStateException("the broker is not there");
        }
        if (settings.text("does").equals("refuse")) {
            throw new IllegalArgumentException("no such argument");
        }
        LogContext.about("0b1f7f8e-0000-7000-8000-000000000001", "0b1f7f8e-0000-7000-8000-000000000002");
        LoggerFactory.getLogger(ToyService.class).info("It runs on port {}", settings.number("port"));
        LogContext.clear();
        return new ToyService(settings.text("does"));
    }

    /** Asked for once the process knows the service, so that a signal after this line finds it. */
    @Override
    public CompletableFuture<Throwable> failure() {
        LoggerFactory.getLogger(ToyService.class).info("It goes on");
        return failure;
    }

    @Override
    public void close() {
        if (does.equals("hang")) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        LoggerFactory.getLogger(ToyService.class).info("It is closed");
    }
}
