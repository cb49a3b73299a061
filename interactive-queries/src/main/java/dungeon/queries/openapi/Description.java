package dungeon.queries.openapi;

import dungeon.schemas.openapi.Types;
import dungeon.schemas.openapi.WireSchemas;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;

/** Puts together an OpenAPI document. */
public final class Description {
    private final WireSchemas wire = new WireSchemas();
    private final ResponseSchemas answers = new ResponseSchemas(wire);
    private final Paths paths = new Paths();

    /** A GET route in the making. */
    public final class Get {
        private final Operation operation = new Operation().responses(new ApiResponses());

        private Get(String path, String summary) {
            operation.summary(summary).operationId(OperationNames.of(path)).addTagsItem(OperationNames.tag(path));
            paths.addPathItem(path, new PathItem().get(operation));
        }

        public void id(String in, String name, String description) {
            parameter(in, name, description, Types.uuid());
        }

        public void number(String name, String description) {
            parameter("query", name, description, Types.number());
        }

        public void time(String name, String description) {
            parameter("query", name, description, Types.moment());
        }

        public void name(String name, List<String> names, String description) {
            parameter("query", name, description, Types.names(names));
        }

        /** The answer is of a class. */
        public void answers(String contentType, Class<?> type) {
            answers(contentType, answers.answer(type));
        }

        /** The answer is text. */
        public void answersText(String contentType) {
            answers(contentType, Types.text());
        }

        /** The answer has a header of its own. */
        public void header(String name, String description) {
            operation
                    .getResponses()
                    .get("200")
                    .addHeaderObject(name, new Header().description(description).schema(Types.text()));
        }

        /** What else can happen: a problem with one of these codes. */
        public void problem(int status, List<String> codes, String contentType) {
            operation
                    .getResponses()
                    .addApiResponse(
                            String.valueOf(status),
                            new ApiResponse()
                                    .description(String.join(" or ", codes))
                                    .content(content(contentType, wire.problem())));
        }

        private void answers(String contentType, Schema<?> schema) {
            ApiResponse ok = operation.getResponses().get("200");
            if (ok == null) {
                ok = new ApiResponse().description("OK").content(new Content());
                operation.getResponses().addApiResponse("200", ok);
            }
            ok.getContent().addMediaType(contentType, new MediaType().schema(schema));
        }

        private void parameter(String in, String name, String description, Schema<?> schema) {
            operation.addParametersItem(new Parameter()
                    .in(in)
                    .name(name)
                    .description(description)
                    .required(in.equals("path"))
                    .schema(schema));
        }
    }

    /** Adds a route. */
    public Get get(String path, String summary) {
        return new Get(path, summary);
    }

    /** The whole document, as JSON. */
    public String json(String title, String description) {
        Components components = new Components();
        answers.components().forEach(components::addSchemas);
        wire.components().forEach(components::addSchemas);
        OpenAPI document = new OpenAPI(SpecVersion.V31)
                .openapi("3.1.0")
                .info(new Info()
                        .title(title)
                        .version("1")
                        .description(description)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .addServersItem(new Server().url("/").description("Where this description was read from"))
                // Nothing here is secret.
                .security(List.of())
                .tags(OperationNames.TAGS.entrySet().stream()
                        .filter(tag -> isUsed(tag.getKey()))
                        .map(tag -> new Tag().name(tag.getKey()).description(tag.getValue()))
                        .toList())
                .paths(paths)
                .components(components);
        return Json31.pretty(document);
    }

    private boolean isUsed(String tag) {
        return paths.values().stream().anyMatch(path -> path.getGet().getTags().contains(tag));
    }

    private static Content content(String contentType, Schema<?> schema) {
        return new Content().addMediaType(contentType, new MediaType().schema(schema));
    }
}
