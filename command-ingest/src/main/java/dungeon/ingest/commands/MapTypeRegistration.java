package dungeon.ingest.commands;

import dungeon.ingest.identity.Administrator;
import dungeon.ingest.problems.Problem;
import dungeon.schemas.CreateMapType;
import dungeon.schemas.MapType;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.topics.LobbySubjects;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes sure that the lobby has the shipped map types. */
final class MapTypeRegistration {
    private static final Logger LOG = LoggerFactory.getLogger(MapTypeRegistration.class);

    private final ShippedMapTypes shipped;
    private final MapTypes mapTypes;
    private final CommandRecords commandRecords;
    private final CommandService commandService;
    private final Administrator administrator;

    MapTypeRegistration(
            ShippedMapTypes shipped,
            MapTypes mapTypes,
            CommandRecords commandRecords,
            CommandService commandService,
            Administrator administrator) {
        this.shipped = shipped;
        this.mapTypes = mapTypes;
        this.commandRecords = commandRecords;
        this.commandService = commandService;
        this.administrator = administrator;
    }

    /**
     * Registers those that are missing, and waits for the outcomes.
     *
     * @return whether there is nothing left to do
     */
    boolean registerMissing() {
        boolean done = true;
        for (Map.Entry<String, MapType> entry : shipped.byId().entrySet()) {
            if (!mapTypes.isStored(entry.getKey())) {
                done &= register(entry.getKey(), entry.getValue());
            }
        }
        return done;
    }

    private boolean register(String mapTypeId, MapType map) {
        try {
            CommandRecord commandRecord = commandRecords.forLobby(
                    LobbySubjects.ofMapType(mapTypeId),
                    new CreateMapType(mapTypeId, map),
                    null,
                    administrator.authorization());
            commandService.execute(List.of(commandRecord)).join();
            LOG.info("Registered the shipped map type {} ({})", map.getName(), mapTypeId);
            return true;
        } catch (CompletionException e) {
            if (e.getCause() instanceof Problem problem) {
                return failed(map, problem);
            }
            throw e;
        } catch (Problem problem) {
            return failed(map, problem);
        }
    }

    private static boolean failed(MapType map, Problem problem) {
        if (problem.code().equals(RejectionCode.MAP_TYPE_EXISTS.name())) {
            return true;
        }
        LOG.warn("The shipped map type {} is not registered yet: {}", map.getName(), problem.getMessage());
        // A refusal will not change; all else is a matter of time.
        return problem.status().is4xxClientError();
    }
}
