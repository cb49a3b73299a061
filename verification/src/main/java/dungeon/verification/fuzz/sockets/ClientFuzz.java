package dungeon.verification.fuzz.sockets;

import dungeon.verification.fuzz.cases.CaseId;
import dungeon.verification.fuzz.cases.Cases;
import dungeon.verification.fuzz.cases.Findings;
import dungeon.verification.fuzz.cases.Stage;
import dungeon.verification.fuzz.cases.Tally;
import dungeon.verification.fuzz.tokens.HostileTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Comes to the feeds as hostile clients, one after the other. Safe for use by several threads. */
public final class ClientFuzz {
    private static final String PREFIX = "sockets/";
    /** What a server closes a feed with when it has failed itself; RFC 6455. */
    private static final int SERVER_FAILED = 1011;

    private static final int SERVER_FAULTS_FROM = 500;

    private final Stage stage;
    private final Findings findings;
    private final Tally tally;
    private final Map<String, ClientKind> kinds;

    public ClientFuzz(Stage stage, HostileTokens tokens, Findings findings, Tally tally) {
        this.stage = stage;
        this.findings = findings;
        this.tally = tally;
        Upgrades upgrades = new Upgrades(stage);
        kinds =
                List.of(new Handshakes(upgrades), new WildFrames(upgrades), new FirstMessages(upgrades, tokens))
                        .stream()
                        .collect(Collectors.toMap(kind -> PREFIX + kind.name(), Function.identity()));
    }

    /** The kinds, with how many of each come against the others. */
    public Map<String, Integer> weights() {
        return kinds.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, kind -> kind.getValue().weight()));
    }

    /** Comes as each of the cases. */
    public void run(Cases cases) {
        for (CaseId id = cases.next(); id != null; id = cases.next()) {
            come(id, kinds.get(id.kind()).next(cases.randomOf(id)));
        }
    }

    private void come(CaseId id, HostileClient client) {
        try (FeedWire wire = new FeedWire(stage.platform().queriesUrl())) {
            FeedWire.End end = wire.converse(client);
            tally.add(id.kind(), end.name());
            if (end.status() >= SERVER_FAULTS_FROM || end.closeCode() == SERVER_FAILED) {
                tell(id, client, "ends with " + end.name());
            } else if (client.refused() && !end.isRefusal()) {
                tell(id, client, "is let in: " + end.name());
            }
        } catch (IOException e) {
            tally.add(id.kind(), "cut off");
        }
    }

    private void tell(CaseId id, HostileClient client, String what) {
        String frames = client.frames().stream().map(HexFormat.of()::formatHex).collect(Collectors.joining(" "));
        findings.add(id, what, new String(client.handshake(), StandardCharsets.ISO_8859_1) + frames);
    }
}
