package dungeon.standalone.secure.plugin;

import java.net.InetAddress;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;

/**
 * A request as if somebody else had sent it.
 *
 * @param request as it came
 * @param principal who counts as its sender
 */
record ContextOfRole(AuthorizableRequestContext request, KafkaPrincipal principal)
        implements AuthorizableRequestContext {
    @Override
    public String listenerName() {
        return request.listenerName();
    }

    @Override
    public SecurityProtocol securityProtocol() {
        return request.securityProtocol();
    }

    @Override
    public InetAddress clientAddress() {
        return request.clientAddress();
    }

    @Override
    public int requestType() {
        return request.requestType();
    }

    @Override
    public int requestVersion() {
        return request.requestVersion();
    }

    @Override
    public String clientId() {
        return request.clientId();
    }

    @Override
    public int correlationId() {
        return request.correlationId();
    }
}
