package dungeon.players.bots;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dungeon.players.connection.Credentials;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestingBotsTest {
    private static final BotKind MINER = new BotKind("miner", true);
    private static final BotKind TRADER = new BotKind("trader", false);

    @TempDir
    private Path folder;

    @Test
    void aBotPlaysAgainUnderItsNameInAnotherGameOnceItsOwnIsOver() throws Exception {
        BotIdentity bot = bot(MINER, "miner-1", Duration.ofDays(2));
        BotFile.write(folder.resolve("6f1c2a52-0b1e-4d2a-9c6e-0123456789ab.json"), List.of(bot));

        Roster.of(folder, "6f1c2a52-0b1e-4d2a-9c6e-0123456789ab").remove();

        // Without a platform nobody can be registered, so it is the bot that rested.
        assertThat(Roster.of(folder, "6f1c2a52-0b1e-4d2a-9c6e-0123456789ac").complete(List.of(MINER), null))
                .containsExactly(bot);
        assertThat(Roster.games(folder)).containsExactly("6f1c2a52-0b1e-4d2a-9c6e-0123456789ac");
        assertThat(RestingBots.of(folder).wake(MINER)).isEmpty();
    }

    @Test
    void onlyABotOfTheSameKindIsWoken() throws JOSEException {
        RestingBots.of(folder).rest(List.of(bot(MINER, "miner-1", Duration.ofDays(2))));

        assertThat(RestingBots.of(folder).wake(TRADER)).isEmpty();
        assertThat(RestingBots.of(folder).wake(MINER)).isPresent();
    }

    @Test
    void aBotWhoseTokenEndsWithinAGameIsNotWoken() throws JOSEException {
        RestingBots.of(folder).rest(List.of(bot(MINER, "miner-1", Duration.ofHours(23))));

        assertThat(RestingBots.of(folder).wake(MINER)).isEmpty();
    }

    // The library's claims are made of old dates.
    @SuppressWarnings("JavaUtilDate")
    static BotIdentity bot(BotKind kind, String name, Duration tokenLifetime) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder()
                        .expirationTime(Date.from(Instant.now().plus(tokenLifetime)))
                        .build());
        token.sign(new MACSigner(new byte[32]));
        return new BotIdentity(kind, new Credentials("id-of-" + name, name, token.serialize()));
    }
}
