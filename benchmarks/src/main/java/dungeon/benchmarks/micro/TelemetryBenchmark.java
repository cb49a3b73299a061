package dungeon.benchmarks.micro;

import dungeon.platform.metrics.ServiceMeters;
import dungeon.platform.tracing.Tracing;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Commands per second through the processor on stores in memory, by what is measured and traced of them. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Thread)
public class TelemetryBenchmark {
    private static final int COMMANDS = RulesBenchmark.COMMANDS;
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    /** How much of what goes on is noted. */
    public enum Telemetry {
        /** Nothing. */
        NONE,
        /** Metrics, as in every service. */
        METRICS,
        /** And tracing is on, with none of the commands in a trace. */
        NO_COMMAND_TRACED,
        /** And all of them are, up to the bound of spans a second. */
        ALL_COMMANDS_TRACED
    }

    @Param
    public Telemetry telemetry;

    private CommandLog log;
    private ServiceMeters meters;
    private Tracing tracing;
    private Headers headers;
    private ProcessorOnStores processor;

    @Setup(Level.Trial)
    public void makeLog() {
        log = Logs.moves(1, COMMANDS);
        meters = new ServiceMeters("benchmark");
        tracing = telemetry.compareTo(Telemetry.NO_COMMAND_TRACED) < 0
                ? Tracing.off()
                : Tracing.of(OpenTelemetrySdk.builder()
                        .setTracerProvider(SdkTracerProvider.builder()
                                .addSpanProcessor(BatchSpanProcessor.builder(SpanExporter.composite())
                                        .build())
                                .build())
                        .build());
        headers = new RecordHeaders();
        if (telemetry == Telemetry.ALL_COMMANDS_TRACED) {
            headers.add("traceparent", TRACE.getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Setup(Level.Invocation)
    public void begin() {
        processor =
                new ProcessorOnStores(telemetry == Telemetry.NONE ? ServiceMeters.none() : meters.registry(), tracing);
        log.before().forEach(processor::process);
    }

    @TearDown(Level.Invocation)
    public void close() {
        processor.close();
    }

    @TearDown(Level.Trial)
    public void end() {
        tracing.close();
        meters.close();
    }

    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public void moveRobot() {
        log.measured().forEach(sent -> processor.process(sent, headers));
    }
}
