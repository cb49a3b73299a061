package dungeon.queries.asyncapi;

import dungeon.platform.asyncapi.AsyncApiDocument;
import dungeon.platform.asyncapi.KafkaBindings;
import dungeon.platform.queries.http.Route;
import java.util.concurrent.atomic.AtomicReference;

/** The description of the feeds and of the topics, made of the schemas that they have anyway. */
public final class AsyncApiRoute {
    static final String KAFKA = "kafka";
    static final String QUERIES = "queries";

    private static final String REGISTRY_URL = "http://127.0.0.1:8082/apis/ccompat/v7";

    private AsyncApiRoute() {}

    /** The route that gives it. */
    public static Route route(String path) {
        // Made when somebody asks, as the other description is.
        AtomicReference<String> document = new AtomicReference<>();
        return Route.of(
                        path,
                        "What comes over WebSocket and Kafka, as AsyncAPI",
                        null,
                        ctx -> ctx.contentType(AsyncApiDocument.CONTENT_TYPE)
                                .result(document.updateAndGet(known -> known != null ? known : document())))
                .giving(AsyncApiDocument.CONTENT_TYPE);
    }

    static String document() {
        AsyncApiDocument document = new AsyncApiDocument("Microservice Dungeon: feeds and topics", """
                What goes on in the games and in the lobby, pushed over WebSocket in JSON, and the topics of Kafka on which commands come in and \
                events go out, in Avro. Times are in UTC; ids are UUIDs in lower case. Send and receive are meant as the platform does it: what it \
                sends, a client receives. What there is to ask over HTTP is described in `/openapi.json`.""");
        document.server(
                        KAFKA,
                        KafkaBindings.PROTOCOL,
                        "127.0.0.1:9092",
                        "The brokers; by default those of an installation on one machine")
                .putObject("bindings")
                .set(KafkaBindings.PROTOCOL, KafkaBindings.server(REGISTRY_URL));
        document.server(
                QUERIES,
                "ws",
                "127.0.0.1:8081",
                "Where this description was read from, and wss where that was https; by default an installation on one machine");
        TopicChannels.addTo(document);
        FeedChannels.addTo(document);
        return document.json();
    }
}
