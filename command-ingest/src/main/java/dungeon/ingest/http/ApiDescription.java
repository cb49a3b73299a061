package dungeon.ingest.http;

import dungeon.ingest.identity.Caller;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Event;
import dungeon.schemas.MapType;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.json.CommandJson;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificData;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;

/** What the generated description of the API cannot see in the routes: tokens, records in JSON, and problems. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    /** The answer that stands for any problem. */
    static final String PROBLEM = "#/components/responses/Problem";

    private static final String TOKEN = "token";
    private static final String PAYLOAD = "payload";

    static {
        // Callers are read from the token, not from parameters.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Microservice Dungeon: command-ingest")
                        .version("1")
                        .description("The way in: players, tokens, games and commands. What happens is read elsewhere:"
                                + " from the topic dungeon.events.v1, or from interactive-queries.")
                        .license(new License().name("Apache-2.0")));
    }

    @Bean
    OperationCustomizer security() {
        return (operation, handler) -> {
            boolean needsToken = Arrays.stream(handler.getMethodParameters())
                    .map(MethodParameter::getParameterType)
                    .anyMatch(Caller.class::isAssignableFrom);
            if (needsToken) {
                operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
                operation.getResponses().addApiResponse("401", reference());
                operation.getResponses().addApiResponse("403", reference());
            }
            operation.getResponses().addApiResponse("default", reference());
            return operation;
        };
    }

    @Bean
    OpenApiCustomizer records() {
        return api -> {
            Components components = api.getComponents();
            components.addSecuritySchemes(
                    TOKEN,
                    new SecurityScheme()
                            .type(SecurityScheme.Type.HTTP)
                            .scheme("bearer")
                            .bearerFormat("JWT")
                            .description("The token of POST /players, or the one in administrator.token"));
            components.addResponses(
                    "Problem",
                    new ApiResponse()
                            .description("What is wrong, where, and what to do")
                            .content(new Content()
                                    .addMediaType("application/problem+json", new MediaType().schema(ref("Problem")))));
            AvroSchemas avro = new AvroSchemas();
            components.addSchemas("RegisterPlayer", registerPlayer(avro));
            avro.add(MapType.getClassSchema());
            components.addSchemas("NewGame", newGame(avro));
            components.addSchemas("NewPracticeGame", newPracticeGame());
            components.addSchemas("Command", command(avro));
            components.addSchemas("CommandOrCommands", oneOrMore("Command"));
            components.addSchemas("CommandIds", commandIds());
            components.addSchemas("Event", event(avro));
            components.addSchemas("Outcome", outcome());
            components.addSchemas("OutcomeOrOutcomes", oneOrMore("Outcome"));
            components.addSchemas("Problem", problem());
            avro.components().forEach(components::addSchemas);
        };
    }

    private static Schema<?> registerPlayer(AvroSchemas avro) {
        ObjectSchema player = avro.fields(RegisterPlayer.getClassSchema());
        player.addProperty(
                "commandId",
                new UUIDSchema()
                        .description("Made here if left out. It is as good as the token for some minutes, so it must be"
                                + " random and secret; the command in the log has another id"));
        return player;
    }

    private static Schema<?> newGame(AvroSchemas avro) {
        ObjectSchema game = avro.fields(CreateGame.getClassSchema());
        game.setDescription("Either mapTypeId or map; rules that are left out have their defaults");
        game.getProperties().keySet().removeAll(List.of("seed", "practiceFor"));
        game.addProperty("mapTypeId", new UUIDSchema().description("A stored map type"));
        game.setRequired(List.of("participantLimit"));
        return game;
    }

    private static Schema<?> newPracticeGame() {
        return new ObjectSchema()
                .addProperty("mapTypeId", new UUIDSchema().description("A stored map type; the example if left out"))
                .addProperty("bots", number(0, PracticeGameRoutes.BOTS_MAXIMUM, PracticeGameRoutes.BOTS_DEFAULT))
                .addProperty("durationMs", number(10_000, 3_600_000, 600_000));
    }

    private static IntegerSchema number(int minimum, int maximum, int otherwise) {
        IntegerSchema number = new IntegerSchema();
        number.setMinimum(BigDecimal.valueOf(minimum));
        number.setMaximum(BigDecimal.valueOf(maximum));
        number.setDefault(otherwise);
        return number;
    }

    private static Schema<?> command(AvroSchemas avro) {
        Schema<?> command = new Schema<>();
        command.setDescription("A command, flat, told apart by its type");
        CommandJson.types().values().forEach(type -> {
            ObjectSchema kind = flat(avro, SpecificData.get().getSchema(type), command);
            kind.addProperty("commandId", new UUIDSchema().description("Made here if left out"));
            kind.addProperty(
                    "issuedAt",
                    new DateTimeSchema().description("Now if left out; at most 2 minutes ago and 1 minute ahead"));
        });
        return command;
    }

    private static Schema<?> event(AvroSchemas avro) {
        org.apache.avro.Schema envelope = Event.getClassSchema();
        Schema<?> event = new Schema<>();
        event.setDescription("An event, flat, told apart by its type");
        for (org.apache.avro.Schema payload :
                envelope.getField(PAYLOAD).schema().getTypes()) {
            ObjectSchema kind = flat(avro, payload, event);
            for (org.apache.avro.Schema.Field field : envelope.getFields()) {
                if (!field.name().equals(PAYLOAD)) {
                    kind.addProperty(field.name(), avro.property(field));
                }
            }
            List.of("gameId", "sequence", "time", "remaining").forEach(kind::addRequiredItem);
        }
        return event;
    }

    /** The fields of a payload beside its type; a component of its own, and one of the kinds of the whole. */
    private static ObjectSchema flat(AvroSchemas avro, org.apache.avro.Schema payload, Schema<?> whole) {
        ObjectSchema kind = avro.fields(payload);
        kind.addProperty("type", new StringSchema().addEnumItem(payload.getName()));
        kind.addRequiredItem("type");
        avro.components().put(payload.getName(), kind);
        whole.addOneOfItem(ref(payload.getName()));
        return kind;
    }

    private static Schema<?> commandIds() {
        return new ObjectSchema()
                .addProperty("commandId", new UUIDSchema().description("Of a single command"))
                .addProperty(
                        "commandIds", new ArraySchema().items(new UUIDSchema()).description("Of an array"));
    }

    private static Schema<?> outcome() {
        return new ObjectSchema()
                .addProperty("commandId", new UUIDSchema())
                .addProperty(
                        "events",
                        new ArraySchema()
                                .items(ref("Event"))
                                .description(
                                        "Empty if nothing came of it yet; the decision is whole if the last one has"
                                                + " remaining 0"));
    }

    private static Schema<?> oneOrMore(String name) {
        return new Schema<>().oneOf(List.of(ref(name), new ArraySchema().items(ref(name))));
    }

    private static Schema<?> problem() {
        String rejections = Arrays.stream(RejectionCode.values())
                .filter(code -> code != RejectionCode.UNKNOWN)
                .map(Enum::name)
                .collect(Collectors.joining(", "));
        return new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("For people"))
                .addProperty("instance", new StringSchema())
                .addProperty(
                        "code",
                        new StringSchema()
                                .description("For programs. Of a rejected command: " + rejections
                                        + ". Of a request: MALFORMED_JSON, PAYLOAD_TOO_LARGE, COMMAND_TOO_LARGE,"
                                        + " NOT_A_PLAYER, UNKNOWN_MAP_TYPE, PRACTICE_GAME_RUNNING, INVALID_WAIT,"
                                        + " OUTCOME_PENDING, DELIVERY_UNKNOWN, BROKER_UNAVAILABLE, REGISTRY_UNAVAILABLE, TOPICS_MISSING,"
                                        + " STARTING, STOPPING, NOT_FOUND, METHOD_NOT_ALLOWED, UNSUPPORTED_MEDIA_TYPE"))
                .addProperty(
                        "faults",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty("pointer", new StringSchema().description("JSON pointer"))
                                        .addProperty("problem", new StringSchema()))
                                .description("Every place at fault"))
                .addProperty("commandId", new UUIDSchema().description("The command that it is about"))
                .addProperty("playerName", new StringSchema().description("The name to send again, with the commandId"))
                .addProperty("gameId", new UUIDSchema().description("The game that it is about"));
    }

    private static Schema<?> ref(String name) {
        return new Schema<>().$ref(AvroSchemas.COMPONENTS + name);
    }

    private static ApiResponse reference() {
        return new ApiResponse().$ref(PROBLEM);
    }
}
