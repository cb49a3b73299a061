package dungeon.queries.events;

import dungeon.platform.envelope.EventFormat;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;

/**
 * What an event is about, for those who want some events only.
 *
 * @param type its type, such as {@code RobotMoved}
 * @param playerId whose command led to it; null if nobody's did
 * @param robotIds the robots that it names: the one that acts, its target, and who destroyed it
 */
public record EventSubjects(String type, String playerId, List<String> robotIds) {
    private static final List<String> ROBOTS = List.of("robotId", "targetRobotId", "byRobotId");
    private static final String ACTION = "action";

    static <E extends SpecificRecord> EventSubjects of(E event, EventFormat<E> format) {
        IndexedRecord payload = format.payloadOf(event);
        List<String> robotIds = new ArrayList<>(2);
        addRobots(payload, robotIds);
        Schema.Field action = payload.getSchema().getField(ACTION);
        if (action != null) {
            addRobots((IndexedRecord) payload.get(action.pos()), robotIds);
        }
        return new EventSubjects(
                payload.getSchema().getName(), format.playerId().apply(event), List.copyOf(robotIds));
    }

    private static void addRobots(IndexedRecord record, List<String> robotIds) {
        for (String name : ROBOTS) {
            Schema.Field field = record.getSchema().getField(name);
            if (field != null && record.get(field.pos()) != null) {
                robotIds.add(record.get(field.pos()).toString());
            }
        }
    }
}
