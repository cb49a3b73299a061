package dungeon.standalone.observe;

import io.opentelemetry.exporter.zipkin.ZipkinSpanExporter;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import zipkin2.reporter.BytesMessageSender;
import zipkin2.reporter.urlconnection.URLConnectionSender;

/** Sends traces to Zipkin with what the JDK has; the exporter's own way would bring an HTTP client and a run-time of Kotlin. */
// Deprecated in favour of OTLP, which Zipkin does not take.
@SuppressWarnings("deprecation")
public final class PlainZipkinExporter implements ConfigurableSpanExporterProvider {
    static final String NAME = "plain-zipkin";
    static final String ENDPOINT = "otel.exporter.zipkin.endpoint";

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public SpanExporter createExporter(ConfigProperties config) {
        return ZipkinSpanExporter.builder()
                .setSender((BytesMessageSender) URLConnectionSender.create(config.getString(ENDPOINT)))
                .build();
    }
}
