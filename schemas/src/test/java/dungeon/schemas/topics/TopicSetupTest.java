package dungeon.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;

class TopicSetupTest {
    private static final TopicPartition PARTITION = new TopicPartition("topic", 0);

    @Test
    void asksAgainForATopicThatTheBrokerDoesNotKnowYet() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Admin admin = answering(() -> {
            KafkaFutureImpl<ListOffsetsResultInfo> answer = new KafkaFutureImpl<>();
            if (asked.incrementAndGet() < 3) {
                answer.completeExceptionally(new UnknownTopicOrPartitionException("not yet"));
            } else {
                answer.complete(null);
            }
            return answer;
        });

        TopicSetup.awaitLeaders(admin, List.of(PARTITION.topic()), 1);

        assertThat(asked).hasValue(3);
    }

    private static Admin answering(Supplier<KafkaFuture<ListOffsetsResultInfo>> answer) {
        return (Admin) Proxy.newProxyInstance(
                Admin.class.getClassLoader(), new Class<?>[] {Admin.class}, (proxy, method, arguments) -> {
                    Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> ends = new HashMap<>();
                    ends.put(PARTITION, answer.get());
                    return new ListOffsetsResult(ends);
                });
    }
}
