package dungeon.queries.views;

import dungeon.queries.TestBytes;
import dungeon.queries.positions.SequenceSignals;
import dungeon.queries.robots.RobotsView;
import dungeon.schemas.Event;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.streams.Topology;

/** The views of robots' games over a test driver. */
public final class ViewsDriver extends TestViews<Event> {
    public ViewsDriver(Path stateDir) {
        super(RobotsView.VIEW, TestBytes.deserializer(), stateDir, new SequenceSignals());
    }

    static Topology topology(
            Properties settings,
            SequenceSignals signals,
            ReadyPartitions ready,
            SkippedEvents skipped,
            DepartingAggregates departing) {
        return topology(RobotsView.VIEW, TestBytes.deserializer(), settings, signals, ready, skipped, departing);
    }

    static Properties settings(Path stateDir) {
        return settings(RobotsView.VIEW, stateDir);
    }
}
