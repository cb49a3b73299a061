package dungeon.queries.http;

import dungeon.queries.views.NotAvailableException;
import dungeon.queries.views.PartitionLocator;
import dungeon.queries.views.ViewsDriver;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.state.HostInfo;

/** All games are in one partition; the test says where that is. */
public final class FakePartitionLocator implements PartitionLocator {
    private final HostInfo self;
    private volatile HostInfo active;
    private volatile List<HostInfo> standbys = List.of();
    private volatile List<HostInfo> instances;

    public FakePartitionLocator(HostInfo self) {
        this.self = self;
        this.active = self;
        this.instances = List.of(self);
    }

    void place(HostInfo newActive, HostInfo... newStandbys) {
        active = newActive;
        standbys = List.of(newStandbys);
    }

    void instances(HostInfo... all) {
        instances = List.of(all);
    }

    @Override
    public HostInfo self() {
        return self;
    }

    @Override
    public Place placeOf(String gameId) {
        if (active == null) {
            throw new NotAvailableException("The instances are just sharing out the games anew");
        }
        return new Place(ViewsDriver.PARTITION, active, standbys);
    }

    @Override
    public List<HostInfo> instances() {
        return instances;
    }

    @Override
    public Set<Integer> ownPartitions() {
        return Set.of(ViewsDriver.PARTITION);
    }
}
