package dungeon.standalone.secure.plugin;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/**
 * Kafka's own authorizer, for which all players are one principal: what they may do stands once in its ACLs, and not again for each
 * of those who register. The one right that is each player's own is added here, because no ACL can say it: a group is his if its name
 * begins with his id.
 */
public final class PlayersAuthorizer extends StandardAuthorizer {
    /** Whose ACLs are those of all players. */
    public static final KafkaPrincipal PLAYERS = new KafkaPrincipal(KafkaPrincipal.USER_TYPE, "players");

    @Override
    public List<AuthorizationResult> authorize(AuthorizableRequestContext context, List<Action> actions) {
        if (!isPlayer(context.principal())) {
            return super.authorize(context, actions);
        }
        List<AuthorizationResult> byRole = super.authorize(new ContextOfRole(context, PLAYERS), actions);
        List<AuthorizationResult> results = new ArrayList<>(byRole.size());
        for (int i = 0; i < actions.size(); i++) {
            boolean isForeign =
                    isForeignGroup(context.principal(), actions.get(i).resourcePattern());
            results.add(isForeign ? AuthorizationResult.DENIED : byRole.get(i));
        }
        return results;
    }

    @Override
    public AuthorizationResult authorizeByResourceType(
            AuthorizableRequestContext context, AclOperation operation, ResourceType type) {
        return super.authorizeByResourceType(
                isPlayer(context.principal()) ? new ContextOfRole(context, PLAYERS) : context, operation, type);
    }

    private static boolean isPlayer(KafkaPrincipal principal) {
        return principal.getPrincipalType().equals(PrincipalsByListener.PLAYER);
    }

    private static boolean isForeignGroup(KafkaPrincipal player, ResourcePattern resource) {
        return resource.resourceType() == ResourceType.GROUP && !resource.name().startsWith(player.getName());
    }
}
