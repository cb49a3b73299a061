package dungeon.ingest.fake;

import dungeon.schemas.identity.BanLifted;
import dungeon.schemas.identity.BanPlayer;
import dungeon.schemas.identity.CommandRejected;
import dungeon.schemas.identity.IdentityCommand;
import dungeon.schemas.identity.IdentityEvent;
import dungeon.schemas.identity.LiftBan;
import dungeon.schemas.identity.LinkLogin;
import dungeon.schemas.identity.LoginLinked;
import dungeon.schemas.identity.LoginUnlinked;
import dungeon.schemas.identity.OpenSession;
import dungeon.schemas.identity.PlayerBanned;
import dungeon.schemas.identity.RejectionCode;
import dungeon.schemas.identity.RevokeToken;
import dungeon.schemas.identity.RevokeTokens;
import dungeon.schemas.identity.SessionOpened;
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
    private final Set<String> banned = new HashSet<>();
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
        List<Object> outcomes = decide(command);
        for (int i = 0; i < outcomes.size(); i++) {
            publish(new IdentityEvent(
                    command.getSubject(),
                    i + 1L,
                    Instant.now(),
                    command.getCommandId(),
                    command.getPlayerId(),
                    outcomes.size() - 1 - i,
                    outcomes.get(i)));
        }
    }

    void publish(IdentityEvent event) {
        brokers.append(
                Topics.IDENTITY_EVENTS.name(),
                event.getSubject(),
                events.serialize(Topics.IDENTITY_EVENTS.name(), event),
                event.getTime().toEpochMilli());
    }

    private List<Object> decide(IdentityCommand command) {
        Object order = command.getPayload();
        if (order instanceof BanPlayer ban) {
            banned.add(command.getSubject());
            return List.of(
                    new TokensRevoked(
                            ban.getIssuedBefore(), ban.getIssuedBefore().plusSeconds(3_600)),
                    new PlayerBanned(ban.getUntil()));
        }
        return List.of(decideOne(command));
    }

    private Object decideOne(IdentityCommand command) {
        Object order = command.getPayload();
        if (order instanceof OpenSession) {
            return banned.contains(command.getSubject()) ? rejected(RejectionCode.BANNED) : new SessionOpened();
        }
        if (order instanceof LiftBan) {
            return banned.remove(command.getSubject()) ? new BanLifted() : rejected(RejectionCode.NOT_BANNED);
        }
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
