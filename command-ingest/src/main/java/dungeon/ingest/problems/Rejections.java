package dungeon.ingest.problems;

import dungeon.schemas.CommandRejected;
import dungeon.schemas.Detail;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.json.JsonFault;
import dungeon.schemas.tictactoe.RoomRejectionCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What a rejected command is over HTTP, on the routes that answer with a command's outcome. */
public final class Rejections {
    private Rejections() {}

    /**
     * The problem that stands for a rejection.
     *
     * @param ofGame whether a game refused the command, and not the lobby
     */
    public static Problem problem(CommandRejected rejection, boolean ofGame) {
        String prefix = ofGame ? partOfGame(rejection.getCode()) : "";
        Problem problem =
                new Problem(status(rejection.getCode()), rejection.getCode().name(), rejection.getMessage());
        List<JsonFault> faults = new ArrayList<>();
        Map<String, String> details = new LinkedHashMap<>();
        for (Detail detail : rejection.getDetails()) {
            if (detail.getName().isEmpty() || detail.getName().startsWith("/")) {
                faults.add(new JsonFault(prefix + detail.getName(), detail.getValue()));
            } else if (rejection.getCode() == RejectionCode.MALFORMED) {
                // The rules know fields, which are the fields of the body.
                faults.add(new JsonFault("/" + detail.getName(), detail.getValue()));
            } else {
                details.put(detail.getName(), detail.getValue());
            }
        }
        String retryAfterMs = details.get("retryAfterMs");
        if (retryAfterMs != null) {
            // Whole seconds, and not before the time.
            problem.withHeader(HttpHeaders.RETRY_AFTER, String.valueOf((Long.parseLong(retryAfterMs) + 999) / 1_000));
        }
        return problem.with("faults", faults.isEmpty() ? null : faults)
                .with("details", details.isEmpty() ? null : details);
    }

    /** The problem that stands for a rejection of a room's. */
    public static Problem problem(dungeon.schemas.tictactoe.CommandRejected rejection) {
        List<JsonFault> faults = new ArrayList<>();
        Map<String, String> details = new LinkedHashMap<>();
        for (Detail detail : rejection.getDetails()) {
            if (rejection.getCode() == RoomRejectionCode.MALFORMED) {
                faults.add(new JsonFault("/" + detail.getName(), detail.getValue()));
            } else {
                details.put(detail.getName(), detail.getValue());
            }
        }
        return new Problem(status(rejection.getCode()), rejection.getCode().name(), rejection.getMessage())
                .with("faults", faults.isEmpty() ? null : faults)
                .with("details", details.isEmpty() ? null : details);
    }

    private static HttpStatus status(RoomRejectionCode code) {
        return switch (code) {
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case NOT_YOU, NOT_SEATED, NOT_INVITED -> HttpStatus.FORBIDDEN;
            case UNKNOWN_ROOM -> HttpStatus.NOT_FOUND;
            case ROOM_EXISTS,
                    ROOM_FULL,
                    ALREADY_SEATED,
                    NOT_STARTED,
                    STALE,
                    NOT_YOUR_TURN,
                    CELL_TAKEN,
                    ROUND_OVER,
                    ROUND_RUNNING,
                    ALREADY_OFFERED,
                    NOTHING_TO_CLAIM,
                    // Of rounds, and of what is noted of a room, there will never be more.
                    LIMIT_REACHED -> HttpStatus.CONFLICT;
            case NOT_TIMELY, MALFORMED, UNKNOWN -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    /** The problem that stands for a rejection of the identity's. */
    public static Problem problem(dungeon.schemas.identity.CommandRejected rejection) {
        Map<String, String> details = new LinkedHashMap<>();
        rejection.getDetails().forEach(detail -> details.put(detail.getName(), detail.getValue()));
        return new Problem(status(rejection.getCode()), rejection.getCode().name(), rejection.getMessage())
                .with("details", details.isEmpty() ? null : details);
    }

    private static HttpStatus status(dungeon.schemas.identity.RejectionCode code) {
        return switch (code) {
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case NOT_YOU, BANNED -> HttpStatus.FORBIDDEN;
            case UNKNOWN_LOGIN -> HttpStatus.NOT_FOUND;
            case LOGIN_LINKED, ALREADY_REVOKED, NOT_BANNED -> HttpStatus.CONFLICT;
            case LIMIT_REACHED -> HttpStatus.TOO_MANY_REQUESTS;
            case NOT_TIMELY, MALFORMED, UNKNOWN -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    /** Where in the body of a new game the part stands that the pointers of the rejection begin at. */
    private static String partOfGame(RejectionCode code) {
        return switch (code) {
            case INVALID_MAP -> "/map";
            case INVALID_RULES -> "/rules";
            default -> "";
        };
    }

    /** The status of a rejection: who asks, what is not there, what stands in the way now, what is never possible. */
    static HttpStatus status(RejectionCode code) {
        return switch (code) {
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case NOT_YOU, NOT_ADMINISTRATOR, NOT_A_PARTICIPANT, NOT_OWNER -> HttpStatus.FORBIDDEN;
            case UNKNOWN_GAME, UNKNOWN_ROBOT, UNKNOWN_TARGET, UNKNOWN_PLAYER, UNKNOWN_MAP_TYPE -> HttpStatus.NOT_FOUND;
            case GAME_NOT_RUNNING,
                    WRONG_STATE,
                    ELIMINATED,
                    ROBOT_DESTROYED,
                    GAME_EXISTS,
                    GAME_FULL,
                    ALREADY_JOINED,
                    QUEUE_FULL,
                    ROBOT_LIMIT,
                    INSUFFICIENT_FUNDS,
                    MAX_LEVEL,
                    NAME_TAKEN,
                    MAP_TYPE_EXISTS,
                    PRACTICE_GAME_RUNNING,
                    ALREADY_SEARCHING,
                    NOT_SEARCHING -> HttpStatus.CONFLICT;
            case LIMIT_REACHED -> HttpStatus.TOO_MANY_REQUESTS;
            case NOT_TIMELY, MALFORMED, INVALID_MAP, INVALID_RULES, NOT_A_STATION, UNKNOWN ->
                HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
