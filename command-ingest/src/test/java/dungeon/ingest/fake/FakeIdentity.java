package dungeon.ingest.fake;

import dungeon.schemas.identity.CommandRejected;
import dungeon.schemas.identity.IdentityCommand;
import dungeon.schemas.identity.IdentityEvent;
import dungeon.schemas.identity.LinkLogin;
import dungeon.schemas.identity.LoginLinked;
import dungeon.schemas.identity.LoginUnlinked;
import dungeon.schemas.identity.RejectionCode;
import dungeon.schemas.identity.RevokeToken;
import dungeon.schemas.identity.RevokeTokens;
import dungeon.schemas.identity.SignIn;
import dungeon.schemas.identity.SignedIn;
import dungeon.schemas.identity.TokenRevoked;
import dungeon.schemas.identity.TokensRevoked;
import dungeon.schemas.topics.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Answers commands about who somebody is as the topology would, but by a short script instead of the rules. */
final class FakeIdentity {
    private final FakeBrokers brokers;
    private final Deserializer<IdentityCommand> commands;
    private final Serializer<IdentityEvent> events;
    private final Map<String, LinkLogin> links = new HashMap<>();
    private boolean full;
    private final Set<String> revoked = new HashSet<>();

    FakeIdentity(FakeBrokers brokers, Map<String, ?> config) {
        this.brokers = brokers;
        commands = Topics.IDENTITY_COMMANDS.valueSerde(config).deserializer();
        events = Topics.IDENTITY_EVENTS.valueSerde(config).serializer();
    }

    /** Whether every player has had as many tokens taken back one by one as there is room for. */
    void setFull(boolean whether) {
        full = whether;
    }

    void decide(ProducerRecord<String, byte[]> message) {
        IdentityCommand command = commands.deserialize(message.topic(), message.value());
        IdentityEvent event = new IdentityEvent(
                command.getSubject(),
                1L,
                Instant.now(),
                command.getCommandId(),
                command.getPlayerId(),
                0,
                decide(command));
        publish(event);
    }

    void publish(IdentityEvent event) {
        brokers.append(
                Topics.IDENTITY_EVENTS.name(),
                event.getSubject(),
                events.serialize(Topics.IDENTITY_EVENTS.name(), event),
                event.getTime().toEpochMilli());
    }

    private Object decide(IdentityCommand command) {
        Object order = command.getPayload();
        if (order instanceof RevokeToken && full) {
            return rejected(RejectionCode.LIMIT_REACHED);
        }
        if (order instanceof RevokeToken revoke) {
            return revoked.add(command.getSubject() + revoke.getTokenId())
                    ? new TokenRevoked(revoke.getTokenId(), revoke.getTokenExpiresAt())
                    : rejected(RejectionCode.ALREADY_REVOKED);
        }
        if (order instanceof RevokeTokens revoke) {
            return new TokensRevoked(
                    revoke.getIssuedBefore(), revoke.getIssuedBefore().plusSeconds(3_600));
        }
        LinkLogin link = links.get(command.getSubject());
        if (order instanceof LinkLogin wanted) {
            if (link != null) {
                return rejected(RejectionCode.LOGIN_LINKED);
            }
            links.put(command.getSubject(), wanted);
            return new LoginLinked(wanted.getPlayerId(), wanted.getPlayerName());
        }
        if (link == null) {
            return rejected(RejectionCode.UNKNOWN_LOGIN);
        }
        if (order instanceof SignIn) {
            return new SignedIn(link.getPlayerId(), link.getPlayerName());
        }
        links.remove(command.getSubject());
        return new LoginUnlinked(link.getPlayerId());
    }

    private static CommandRejected rejected(RejectionCode code) {
        return new CommandRejected(code, code.name(), List.of());
    }
}
