package dungeon.ingest.http;

import dungeon.ingest.limits.RateKind;
import dungeon.schemas.openapi.Types;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/** Describes what {@link RateGate} answers. */
@Configuration(proxyBeanMethods = false)
class RateDescription {
    private static final String REFUSED = "TooManyRequests";
    private static final Set<HttpMethod> READING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

    @Bean
    OpenApiCustomizer rateDescriptions() {
        return api -> {
            Components components = api.getComponents();
            components.addHeaders(
                    RateGate.POLICY_HEADER,
                    header(
                            Types.text(),
                            "How often the sender may do this: q at once, which come back within w seconds. After draft-ietf-httpapi-ratelimit-headers",
                            "\"commands\";q=1600;w=4"));
            components.addHeaders(
                    RateGate.HEADER,
                    header(
                            Types.text(),
                            "What is left of it: r now, and all after t seconds without a request",
                            "\"commands\";r=1599;t=1"));
            components.addHeaders(
                    HttpHeaders.RETRY_AFTER,
                    header(Types.integer(), "After how many seconds the same request would be taken", 2));
            components.addResponses(
                    REFUSED,
                    new ApiResponse()
                            .description(
                                    "The sender asks too often, a player or, where there is none yet, an address; a request counts as its commands."
                                            + " Nothing was done")
                            .headers(Map.of(
                                    RateGate.POLICY_HEADER,
                                    reference(RateGate.POLICY_HEADER),
                                    RateGate.HEADER,
                                    reference(RateGate.HEADER),
                                    HttpHeaders.RETRY_AFTER,
                                    reference(HttpHeaders.RETRY_AFTER)))
                            .content(new Content()
                                    .addMediaType(
                                            "application/problem+json",
                                            new MediaType().schema(Types.reference("Problem")))));
            api.getPaths().forEach(RateDescription::describe);
        };
    }

    private static void describe(String route, PathItem path) {
        path.readOperationsMap().forEach((method, operation) -> {
            if (READING.contains(method) || RateKind.of(route) == null) {
                return;
            }
            operation.getResponses().forEach((status, response) -> {
                if (status.startsWith("2")) {
                    response.addHeaderObject(RateGate.POLICY_HEADER, reference(RateGate.POLICY_HEADER));
                    response.addHeaderObject(RateGate.HEADER, reference(RateGate.HEADER));
                }
            });
            operation.getResponses().addApiResponse("429", new ApiResponse().$ref("#/components/responses/" + REFUSED));
        });
    }

    private static Header header(Schema<?> schema, String description, Object example) {
        return new Header().schema(schema).description(description).example(example);
    }

    private static Header reference(String name) {
        return new Header().$ref("#/components/headers/" + name);
    }
}
