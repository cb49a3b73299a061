package dungeon.verification.fuzz.http;

import dungeon.verification.fuzz.cases.CaseId;
import dungeon.verification.fuzz.cases.Cases;
import dungeon.verification.fuzz.cases.Findings;
import dungeon.verification.fuzz.cases.Stage;
import dungeon.verification.fuzz.cases.Tally;
import dungeon.verification.fuzz.outcomes.Ledger;
import dungeon.verification.fuzz.outcomes.Verdict;
import dungeon.verification.fuzz.tokens.HostileTokens;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sends hostile requests, most of them one after the other on a connection that stays. Safe for use by several threads. */
public final class RequestFuzz {
    private static final String PREFIX = "http/";

    private final Stage stage;
    private final Ledger ledger;
    private final Findings findings;
    private final Tally tally;
    private final Map<String, RequestKind> kinds;

    public RequestFuzz(Stage stage, HostileTokens tokens, Ledger ledger, Findings findings, Tally tally) {
        this.stage = stage;
        this.ledger = ledger;
        this.findings = findings;
        this.tally = tally;
        Requests requests = new Requests(stage);
        kinds = List.of(
                        new Bodies(requests),
                        new OtherRoutes(requests),
                        new ForgedBearers(requests, tokens),
                        new Questions(requests),
                        new Paths(requests),
                        new Smuggling(requests),
                        new HeaderTricks(requests, tokens),
                        new OwnAnswers(requests),
                        new RawBytes(requests))
                .stream()
                .collect(Collectors.toMap(kind -> PREFIX + kind.name(), Function.identity()));
    }

    /** The kinds, with how many of each come against the others. */
    public Map<String, Integer> weights() {
        return kinds.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, kind -> kind.getValue().weight()));
    }

    /** Sends the cases. */
    public void run(Cases cases) throws InterruptedException {
        try (Connections connections = new Connections(stage.platform())) {
            for (CaseId id = cases.next(); id != null && ledger.awaitRoom(); id = cases.next()) {
                send(id, kinds.get(id.kind()).next(cases.randomOf(id)), connections);
            }
        }
    }

    private void send(CaseId id, HostileRequest request, Connections connections) {
        List<Answer> answers = new ArrayList<>();
        try {
            answers.addAll(request.isAlone() ? connections.alone(request) : connections.onOneThatStays(request));
        } catch (SocketTimeoutException e) {
            tell(id, request, connections, "has no answer, and the connection stays open");
        } catch (IOException e) {
            // Whoever sends what is no HTTP may be cut off without an answer.
            if (request.isAlone()) {
                tally.add(id.kind(), "cut off");
            } else {
                tell(id, request, connections, "has no answer: " + e);
            }
        }
        if (answers.isEmpty()) {
            tally.add(id.kind(), "no answer");
        }
        answers.forEach(answer -> check(id, request, connections, answer));
        account(id, request, answers);
    }

    private void check(CaseId id, HostileRequest request, Connections connections, Answer answer) {
        tally.add(id.kind(), answer.name());
        if (answer.isServerFault()) {
            tell(id, request, connections, "is answered with %s: %s".formatted(answer.name(), answer.beginning()));
        } else if (answer.isSplit()) {
            tell(id, request, connections, "has become a header of the answer: " + answer.head());
        } else if (!answer.isOverload()
                && !request.allowed().isEmpty()
                && !String.valueOf(answer.status()).matches(request.allowed())) {
            tell(
                    id,
                    request,
                    connections,
                    "is answered with %s, and %s is allowed: %s"
                            .formatted(answer.name(), request.allowed(), answer.beginning()));
        } else if (!answer.isOverload() && !answer.body().contains(request.named())) {
            tell(
                    id,
                    request,
                    connections,
                    "is answered with %s, which is the answer to another: %s"
                            .formatted(answer.name(), answer.beginning()));
        }
    }

    /** What was taken has an outcome, and what its sender was not told of has none. */
    private void account(CaseId id, HostileRequest request, List<Answer> answers) {
        Set<String> taken = new HashSet<>();
        if (request.isPost()) {
            answers.forEach(answer -> taken.addAll(answer.taken()));
        }
        for (String commandId : taken) {
            Verdict verdict = Verdict.outcome(commandId, null);
            ledger.begin(verdict);
            ledger.answered(id, verdict);
        }
        for (String commandId : request.commandIds()) {
            if (!taken.contains(commandId)) {
                ledger.answered(id, Verdict.nothing(commandId));
            }
        }
    }

    private void tell(CaseId id, HostileRequest request, Connections connections, String what) {
        String door = request.throughDoor() ? "to the queries: " : "to command-ingest: ";
        String before = connections.before().isEmpty()
                ? ""
                : "; on the same connection before: " + escaped(String.join(" | ", connections.before()));
        findings.add(id, what + before, door + escaped(new String(request.bytes(), StandardCharsets.ISO_8859_1)));
    }

    private static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> c == '\r'
                        ? "\\r"
                        : c == '\n' ? "\\n" : c < ' ' || c > '~' ? "\\x%02x".formatted(c) : String.valueOf((char) c))
                .collect(Collectors.joining());
    }
}
