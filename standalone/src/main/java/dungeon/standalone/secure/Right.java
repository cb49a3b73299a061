package dungeon.standalone.secure;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What somebody may do, and why he must.
 *
 * @param resource on what
 * @param operations Kafka's own; READ and WRITE imply DESCRIBE
 * @param reason for people
 */
public record Right(ResourcePattern resource, Set<AclOperation> operations, String reason) {
    private static final String ANY_HOST = "*";
    private static final String CLUSTER = "kafka-cluster";

    public Right {
        operations = Set.copyOf(operations);
    }

    static Right topic(String name, String reason, AclOperation... operations) {
        return right(ResourceType.TOPIC, name, PatternType.LITERAL, reason, operations);
    }

    static Right topics(String prefix, String reason, AclOperation... operations) {
        return right(ResourceType.TOPIC, prefix, PatternType.PREFIXED, reason, operations);
    }

    static Right group(String name, String reason) {
        return right(ResourceType.GROUP, name, PatternType.LITERAL, reason, AclOperation.READ);
    }

    static Right groups(String prefix, String reason) {
        return right(ResourceType.GROUP, prefix, PatternType.PREFIXED, reason, AclOperation.READ);
    }

    static Right transactions(String prefix, String reason) {
        return right(ResourceType.TRANSACTIONAL_ID, prefix, PatternType.PREFIXED, reason, AclOperation.WRITE);
    }

    static Right cluster(String reason, AclOperation... operations) {
        return right(ResourceType.CLUSTER, CLUSTER, PatternType.LITERAL, reason, operations);
    }

    /** Kafka's form of it, one for each operation. */
    List<AclBinding> bindings(String principal) {
        return operations.stream()
                .map(operation -> new AclBinding(
                        resource, new AccessControlEntry(principal, ANY_HOST, operation, AclPermissionType.ALLOW)))
                .toList();
    }

    private static Right right(
            ResourceType type, String name, PatternType pattern, String reason, AclOperation... operations) {
        return new Right(new ResourcePattern(type, name, pattern), Set.of(operations), reason);
    }
}
