package dungeon.verification.fuzz.sockets;

import dungeon.verification.fuzz.bytes.HostileJson;
import dungeon.verification.fuzz.tokens.HostileTokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Clients who want all games of a player, with a token that proves nothing, or with a message that is bent. */
final class FirstMessages implements ClientKind {
    private final Upgrades upgrades;
    private final HostileTokens tokens;

    FirstMessages(Upgrades upgrades, HostileTokens tokens) {
        this.upgrades = upgrades;
        this.tokens = tokens;
    }

    @Override
    public String name() {
        return "first-messages";
    }

    @Override
    public int weight() {
        return 12;
    }

    @Override
    public HostileClient next(Random random) {
        byte[] handshake = upgrades.to("/players/me/feed", random);
        boolean forged = random.nextBoolean();
        // No signs that would end the text of the token.
        String token = forged
                ? tokens.next(random).text().replaceAll("[^\\x21\\x23-\\x5b\\x5d-\\x7e]", "")
                : upgrades.stage().own().token();
        String message = "{\"kind\":\"authenticate\",\"token\":\"%s\",\"games\":{\"%s\":1}}"
                .formatted(token, upgrades.stage().someGame(random));
        byte[] payload = forged ? message.getBytes(StandardCharsets.UTF_8) : HostileJson.of(message, random);
        return new HostileClient(handshake, List.of(Frames.of(Frames.TEXT, payload, random)), forged);
    }
}
