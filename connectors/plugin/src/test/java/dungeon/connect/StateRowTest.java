package dungeon.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.schemas.ecst.BankAccountSnapshot;
import dungeon.schemas.serde.AvroSerializer;
import dungeon.schemas.serde.TestRegistry;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StateRowTest {
    private static final String TOPIC = "db.bank-account.ecst.v1";
    private static final String GAME_ID = "01981b4e-1111-7000-8000-000000000001";
    private static final String KEY = GAME_ID + ":p";

    private final TestRegistry registry = new TestRegistry();
    private final ConfluentAvroConverter converter = new ConfluentAvroConverter();
    private final StateRow<SinkRecord> rows = new StateRow<>();

    @BeforeEach
    void configure() {
        converter.configure(registry.clientConfig(), false);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void aValueBecomesARowOfTheTableOfItsThing() {
        SinkRecord row = rows.apply(record(TOPIC, KEY, new BankAccountSnapshot(GAME_ID, 7L, "p", 150L, 90L)));

        assertThat(row.topic()).isEqualTo("bank_account");
        assertThat(((Struct) row.key()).get("key")).isEqualTo(KEY);
        Struct value = (Struct) row.value();
        assertThat(value.get("key")).isEqualTo(KEY);
        assertThat(value.get("game_id")).isEqualTo(GAME_ID);
        assertThat(value.get("sequence")).isEqualTo(7L);
        assertThat(value.get("state"))
                .isEqualTo("{\"gameId\":\"%s\",\"sequence\":7,\"playerId\":\"p\",\"balance\":150,\"salesRevenue\":90}"
                        .formatted(GAME_ID));
    }

    @Test
    void aTombstoneStaysOne() {
        SinkRecord row = rows.apply(record(TOPIC, KEY, null));

        assertThat(row.topic()).isEqualTo("bank_account");
        assertThat(((Struct) row.key()).get("key")).isEqualTo(KEY);
        assertThat(row.value()).isNull();
        assertThat(row.valueSchema()).isNull();
    }

    @Test
    void whatIsNoStateIsRefused() {
        BankAccountSnapshot account = new BankAccountSnapshot(GAME_ID, 7L, "p", 150L, 90L);
        assertThatThrownBy(() -> rows.apply(record("dungeon.events.v1", KEY, account)))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("A record on dungeon.events.v1 is no state of a game");
        assertThatThrownBy(() -> rows.apply(record(TOPIC, null, account)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("keys as strings");
        assertThatThrownBy(() -> rows.apply(new SinkRecord(TOPIC, 0, null, KEY, Schema.STRING_SCHEMA, "text", 3)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("has no game and sequence");
    }

    private SinkRecord record(String topic, String key, BankAccountSnapshot value) {
        if (value == null) {
            return new SinkRecord(topic, 0, Schema.STRING_SCHEMA, key, null, null, 3);
        }
        try (AvroSerializer<BankAccountSnapshot> serializer = new AvroSerializer<>()) {
            serializer.configure(registry.clientConfig(), false);
            SchemaAndValue data = converter.toConnectData(topic, serializer.serialize(topic, value));
            return new SinkRecord(topic, 0, Schema.OPTIONAL_STRING_SCHEMA, key, data.schema(), data.value(), 3);
        }
    }
}
