package dungeon.standalone.secure;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is in {@code k8s/kafka}, read as Strimzi's operators read it. */
final class StrimziCluster {
    private StrimziCluster() {}

    /** With as many copies as there are brokers; the rest of it as it stands there. */
    static List<NewTopic> topics(short brokers) throws IOException {
        List<NewTopic> topics = new ArrayList<>();
        for (Map<String, Object> resource : resources("topics.yaml")) {
            Map<String, Object> spec = at(resource, "spec");
            Map<String, String> config = new TreeMap<>();
            at(spec, "config").forEach((name, value) -> config.put(name, value.toString()));
            if (brokers == 1) {
                config.put("min.insync.replicas", "1");
            }
            short replicas = (short) Math.min(brokers, (int) spec.get("replicas"));
            topics.add(new NewTopic(
                            at(resource, "metadata").get("name").toString(), (int) spec.get("partitions"), replicas)
                    .configs(config));
        }
        return topics;
    }

    /** What the user operator tells the brokers. */
    static Set<AclBinding> acls() throws IOException {
        return resources("users.yaml").stream()
                .flatMap(user -> rules(user).stream().flatMap(rule -> bindings(principal(user), rule).stream()))
                .collect(Collectors.toSet());
    }

    /** Who a principal of one machine is in a cluster, where certificates are named in full. */
    static String principalOf(String principal) {
        return principal.equals("User:players") ? principal : principal.replace("User:", "User:CN=");
    }

    /** A listener's settings as the cluster operator names them, of the listener with that name. */
    static Map<String, String> listener(String name) throws IOException {
        for (Map<String, Object> listener : list(at(kafka(), "listeners", true))) {
            if (listener.get("name").equals(name)) {
                Map<String, String> settings = new TreeMap<>();
                at(at(listener, "authentication"), "listenerConfig")
                        .forEach((key, value) -> settings.put(key, value.toString()));
                return settings;
            }
        }
        throw new IllegalArgumentException("There is no listener " + name);
    }

    /** {@code spec.kafka} of the cluster. */
    static Map<String, Object> kafka() throws IOException {
        return at(at(resources("cluster.yaml").get(0), "spec"), "kafka");
    }

    static List<Map<String, Object>> resources(String file) throws IOException {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        List<Map<String, Object>> resources = new ArrayList<>();
        for (Object document : yaml.loadAll(Files.readString(StrimziFiles.FOLDER.resolve(file)))) {
            if (document != null) {
                resources.add(map(document));
            }
        }
        return resources;
    }

    static Map<String, Object> at(Map<String, Object> resource, String key) {
        return map(at(resource, key, true));
    }

    private static Object at(Map<String, Object> resource, String key, boolean needed) {
        Object value = resource.get(key);
        if (needed && value == null) {
            throw new IllegalArgumentException("There is no %s in %s".formatted(key, resource));
        }
        return value;
    }

    /** The operator calls somebody with a certificate by the whole name in it. */
    private static String principal(Map<String, Object> user) {
        boolean hasCertificate = at(at(user, "spec"), "authentication", false) != null;
        return "User:%s%s"
                .formatted(hasCertificate ? "CN=" : "", at(user, "metadata").get("name"));
    }

    private static List<Map<String, Object>> rules(Map<String, Object> user) {
        Object authorization = at(at(user, "spec"), "authorization", false);
        return authorization == null ? List.of() : list(at(map(authorization), "acls", true));
    }

    private static List<AclBinding> bindings(String principal, Map<String, Object> rule) {
        Map<String, Object> resource = at(rule, "resource");
        String type = resource.get("type").toString();
        ResourcePattern pattern = new ResourcePattern(
                ResourceType.fromString(type.equals("transactionalId") ? "transactional_id" : type),
                type.equals("cluster") ? "kafka-cluster" : resource.get("name").toString(),
                "prefix".equals(resource.get("patternType")) ? PatternType.PREFIXED : PatternType.LITERAL);
        return ((List<?>) rule.get("operations"))
                .stream()
                        .map(operation -> new AclBinding(
                                pattern,
                                new AccessControlEntry(
                                        principal, "*", kafkas(operation.toString()), AclPermissionType.ALLOW)))
                        .toList();
    }

    /** {@code DescribeConfigs} is {@code DESCRIBE_CONFIGS} there. */
    private static AclOperation kafkas(String operation) {
        return AclOperation.valueOf(
                operation.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
    }

    private static List<Map<String, Object>> list(Object value) {
        return ((List<?>) value).stream().map(StrimziCluster::map).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    /** The names in a file, sorted. */
    static Set<String> names(String file) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Map<String, Object> resource : resources(file)) {
            names.add(at(resource, "metadata").get("name").toString());
        }
        return names;
    }
}
