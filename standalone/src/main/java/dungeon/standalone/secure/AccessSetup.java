package dungeon.standalone.secure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the brokers the rights and quotas of this build. */
public final class AccessSetup {
    private static final Logger LOG = LoggerFactory.getLogger(AccessSetup.class);

    private AccessSetup() {}

    /**
     * Gives each principal of {@link Rights} what stands there and takes from it what does not; others, whom an operator has let in
     * himself, are left alone.
     *
     * @param admin of the operator
     * @throws KafkaException if the brokers refuse it or do not answer
     */
    public static void apply(Admin admin) throws InterruptedException {
        Set<AclBinding> wanted = new HashSet<>();
        Map<String, List<Right>> rights = Rights.byPrincipal();
        rights.forEach((principal, all) -> all.forEach(right -> wanted.addAll(right.bindings(principal))));
        Set<AclBinding> superfluous = new HashSet<>();
        Set<AclBinding> missing = new HashSet<>(wanted);
        for (AclBinding present : await(admin.describeAcls(AclBindingFilter.ANY).values())) {
            missing.remove(present);
            if (rights.containsKey(present.entry().principal()) && !wanted.contains(present)) {
                superfluous.add(present);
            }
        }
        if (!missing.isEmpty()) {
            await(admin.createAcls(missing).all());
        }
        if (!superfluous.isEmpty()) {
            LOG.info("Taking away rights that nobody needs any more: {}", superfluous);
            await(admin.deleteAcls(
                            superfluous.stream().map(AclBinding::toFilter).toList())
                    .all());
        }
        await(admin.alterClientQuotas(quotas()).all());
    }

    private static Collection<ClientQuotaAlteration> quotas() {
        List<ClientQuotaAlteration> quotas = new ArrayList<>();
        // Without a name, of everybody who has none of his own.
        quotas.add(quota(null, PlayerQuota.values()));
        for (Service service : Service.values()) {
            quotas.add(quota(service.principal(), PlayerQuota.none()));
        }
        // Whoever comes when the same data are served by a broker that lets in everybody.
        quotas.add(quota(KafkaPrincipal.ANONYMOUS.getName(), PlayerQuota.none()));
        return quotas;
    }

    private static ClientQuotaAlteration quota(String user, Map<String, Double> values) {
        Map<String, String> entity = new HashMap<>();
        entity.put(ClientQuotaEntity.USER, user);
        return new ClientQuotaAlteration(
                new ClientQuotaEntity(entity),
                values.entrySet().stream()
                        .map(value -> new ClientQuotaAlteration.Op(value.getKey(), value.getValue()))
                        .toList());
    }

    private static <T> T await(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "The brokers do not take rights: " + e.getCause().getMessage(), e.getCause());
        }
    }
}
