package dungeon.verification.trial;

import dungeon.schemas.topics.Topics;
import dungeon.standalone.machine.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;

/** Which instance of the topology decides the commands of a game, as the brokers know it. */
final class Decider {
    private static final String GROUP = "dungeon-topology";
    private static final Duration KNOWN_WITHIN = Duration.ofMinutes(1);

    private Decider() {}

    /**
     * The address from which it comes to the brokers.
     *
     * @throws IllegalStateException if nobody decides this partition within a minute
     */
    static String addressOf(int partition, Map<String, Object> clientConfig) throws InterruptedException {
        TopicPartition commands = new TopicPartition(Topics.COMMANDS.name(), partition);
        AtomicReference<String> found = new AtomicReference<>();
        try (Admin admin = Admin.create(clientConfig)) {
            Waiting.until(
                    () -> {
                        address(admin, commands).ifPresent(found::set);
                        return found.get() != null;
                    },
                    KNOWN_WITHIN);
        }
        if (found.get() == null) {
            throw new IllegalStateException("No instance of the topology has " + commands);
        }
        return found.get();
    }

    private static Optional<String> address(Admin admin, TopicPartition commands) throws InterruptedException {
        try {
            return admin.describeConsumerGroups(List.of(GROUP)).all().get().get(GROUP).members().stream()
                    .filter(member -> member.assignment().topicPartitions().contains(commands))
                    .map(MemberDescription::host)
                    .map(host -> host.startsWith("/") ? host.substring(1) : host)
                    .findFirst();
        } catch (ExecutionException e) {
            // A coordinator that is moving; asked again.
            return Optional.empty();
        }
    }
}
