package dungeon.ingest.http;

import dungeon.ingest.identity.Caller;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Event;
import dungeon.schemas.MapType;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RequestMatch;
import dungeon.schemas.RoomPlan;
import dungeon.schemas.SearchOpponent;
import dungeon.schemas.json.CommandJson;
import dungeon.schemas.openapi.Examples;
import dungeon.schemas.openapi.Types;
import dungeon.schemas.openapi.WireSchemas;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
public class ApiDescription {
    /** The answer that stands for any problem. */
    public static final String PROBLEM = "#/components/responses/Problem";

    private static final String TOKEN = "token";

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
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .addServersItem(new Server().url("/").description("Where this description was read from"))
                // Of all operations that do not say that they want a token.
                .security(List.of())
                .tags(List.of(
                        new Tag().name("Games").description("Games, their life, and commands to them"),
                        new Tag().name("Rooms").description("Rooms of tic-tac-toe, and what is done in them"),
                        new Tag().name("Matchmaking").description("Looking for an opponent"),
                        new Tag().name("Map types").description("The plans from which games draw their maps"),
                        new Tag().name("Players").description("Who plays, and the token that proves it"),
                        new Tag().name("Keys").description("What tokens are checked with, and what was revoked"),
                        new Tag().name("Services").description("Tokens for the services of the platform itself")));
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
                            .description(problems())
                            .content(new Content()
                                    .addMediaType(
                                            "application/problem+json",
                                            new MediaType().schema(Types.reference("Problem")))));
            WireSchemas wire = new WireSchemas();
            components.addSchemas("RegisterPlayer", registerPlayer(wire));
            wire.record(MapType.getClassSchema());
            components.addSchemas("NewMapType", repeatable(wire.fields(MapType.getClassSchema())));
            components.addSchemas("NewGame", newGame(wire));
            components.addSchemas("NewPracticeGame", newPracticeGame());
            components.addSchemas("NewMatch", newMatch(wire));
            describeCommands(wire, "Command", CommandJson.GAMES);
            describeCommands(wire, "RoomCommand", CommandJson.ROOMS);
            components.addSchemas("RoomCommandOrCommands", Types.oneOrMore("RoomCommand"));
            components.addSchemas("NewRoom", newRoom(wire));
            components.addSchemas("NewSearch", newSearch(wire));
            wire.flat(TicTacToeEvent.getClassSchema());
            components.addSchemas("RoomOutcome", outcome("TicTacToeEvent"));
            components.addSchemas("RoomOutcomeOrOutcomes", Types.oneOrMore("RoomOutcome"));
            components.addSchemas("CommandOrCommands", Types.oneOrMore("Command"));
            components.addSchemas("CommandIds", commandIds());
            components.addSchemas("Revocations", revocations());
            wire.flat(Event.getClassSchema());
            components.addSchemas("Outcome", outcome("Event"));
            components.addSchemas("OutcomeOrOutcomes", Types.oneOrMore("Outcome"));
            wire.problem();
            wire.components().forEach(components::addSchemas);
        };
    }

    private static Schema<?> registerPlayer(WireSchemas wire) {
        Schema<Object> player = wire.fields(RegisterPlayer.getClassSchema());
        player.addProperty(
                "commandId",
                described(
                        Types.uuid(),
                        "Made here if left out. It is as good as the token for some minutes, so it must be"
                                + " random and secret; the command in the log has another id"));
        return player;
    }

    private static Schema<?> newGame(WireSchemas wire) {
        Schema<Object> game = wire.fields(CreateGame.getClassSchema());
        game.setDescription("Either mapTypeId or map; rules that are left out have their defaults");
        game.getProperties().keySet().removeAll(List.of("seed", "practiceFor", "requestedBy", "match"));
        game.addProperty("mapTypeId", described(Types.uuid(), "A stored map type"));
        game.setRequired(List.of("participantLimit"));
        return repeatable(game);
    }

    private static Schema<?> newPracticeGame() {
        Schema<Object> game = Types.object();
        game.addProperty("mapTypeId", described(Types.uuid(), "A stored map type; the example if left out"));
        game.addProperty("bots", number(0, PracticeGameRoutes.BOTS_MAXIMUM, PracticeGameRoutes.BOTS_DEFAULT));
        game.addProperty("durationMs", number(10_000, 3_600_000, 600_000));
        return repeatable(game);
    }

    private static Schema<?> newMatch(WireSchemas wire) {
        Schema<Object> match = wire.fields(RequestMatch.getClassSchema());
        match.setDescription(
                "All that is left out has its default: the example, four seats, ten minutes after two of waiting, and no bots");
        match.getProperties().remove("map");
        match.addProperty("mapTypeId", described(Types.uuid(), "A stored map type; the example if left out"));
        match.setRequired(List.of());
        return repeatable(match);
    }

    private static Schema<?> repeatable(Schema<Object> request) {
        request.addProperty(
                "commandId",
                described(Types.uuid(), "Made here if left out. The same one gives the same answer for some minutes"));
        return request;
    }

    private static Schema<?> number(int minimum, int maximum, int otherwise) {
        Schema<Object> number = Types.integer();
        number.setMinimum(BigDecimal.valueOf(minimum));
        number.setMaximum(BigDecimal.valueOf(maximum));
        number.setDefault(otherwise);
        return number;
    }

    private static Schema<?> newRoom(WireSchemas wire) {
        Schema<Object> room = wire.fields(RoomPlan.getClassSchema());
        room.setDescription("All that is left out has its default");
        room.getProperties().remove("invitationHash");
        room.addProperty(
                "invitation",
                described(
                        Types.text(),
                        "20 to 200 characters without which nobody gets in; whoever reads events sees its hash. Open if left out"));
        room.setRequired(List.of());
        return repeatable(room);
    }

    private static Schema<?> newSearch(WireSchemas wire) {
        Schema<Object> search = wire.fields(SearchOpponent.getClassSchema());
        search.setDescription("All that is left out has its default: a person, at the pace NORMAL");
        search.setRequired(List.of());
        return repeatable(search);
    }

    private static void describeCommands(WireSchemas wire, String name, CommandJson json) {
        Map<String, Schema<Object>> kinds = new TreeMap<>();
        json.types().forEach((command, type) -> {
            Schema<Object> kind = wire.fields(SpecificData.get().getSchema(type));
            kind.addProperty("commandId", described(Types.uuid(), "Made here if left out"));
            kind.addProperty(
                    "issuedAt", described(Types.moment(), "Now if left out; at most 2 minutes ago and 1 minute ahead"));
            kind.setExamples(List.of(Examples.of(SpecificData.get().getSchema(type))));
            kinds.put(command, kind);
        });
        wire.oneOf(name, "A command, flat, told apart by its type", kinds);
    }

    private static Schema<?> commandIds() {
        Schema<Object> ids = Types.object();
        ids.addProperty("commandId", described(Types.uuid(), "Of a single command"));
        ids.addProperty("commandIds", described(Types.list(Types.uuid()), "Of an array"));
        return ids;
    }

    private static Schema<?> revocations() {
        Schema<Object> one = Types.object();
        one.addProperty("id", described(Types.text(), "Of the token"));
        one.addProperty("playerId", described(Types.text(), "Whose token it is"));
        one.addProperty("until", described(Types.moment(), "When it is over"));
        one.setRequired(List.of("id", "playerId", "until"));
        Schema<Object> all = Types.object();
        all.addProperty("id", described(Types.text(), "Of the player"));
        all.addProperty("issuedBefore", described(Types.moment(), "Tokens that were issued before do not hold"));
        all.addProperty("until", described(Types.moment(), "When the last of them is over"));
        all.setRequired(List.of("id", "issuedBefore", "until"));
        Schema<Object> revocations = Types.object();
        revocations.addProperty("tokens", Types.list(one));
        revocations.addProperty("players", Types.list(all));
        revocations.setRequired(List.of("tokens", "players"));
        return revocations;
    }

    private static Schema<?> outcome(String event) {
        Schema<Object> outcome = Types.object();
        outcome.addProperty("commandId", Types.uuid());
        outcome.addProperty(
                "events",
                described(
                        Types.list(Types.reference(event)),
                        "Empty if nothing came of it yet; the decision is whole if the last one has remaining 0"));
        return outcome;
    }

    private static String problems() {
        String rejections = Arrays.stream(RejectionCode.values())
                .filter(code -> code != RejectionCode.UNKNOWN)
                .map(Enum::name)
                .collect(Collectors.joining(", "));
        return "What is wrong, where, and what to do. Codes of a rejected command: " + rejections;
    }

    private static Schema<Object> described(Schema<Object> schema, String description) {
        schema.setDescription(description);
        return schema;
    }

    private static ApiResponse reference() {
        return new ApiResponse().$ref(PROBLEM);
    }
}
