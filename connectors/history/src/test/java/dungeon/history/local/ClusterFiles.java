package dungeon.history.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What a cluster is told, from the files below {@code k8s}. */
final class ClusterFiles {
    private ClusterFiles() {}

    /** A file of the repository. */
    static Path path(String file) {
        return Path.of("..", "..").resolve(file);
    }

    /** The resource of a file that has one. */
    static Map<String, Object> one(String file) throws IOException {
        List<Map<String, Object>> all = all(file);
        if (all.size() != 1) {
            throw new IllegalArgumentException("%s has %d resources, not one".formatted(file, all.size()));
        }
        return all.get(0);
    }

    /** The resources of a file. */
    static List<Map<String, Object>> all(String file) throws IOException {
        List<Map<String, Object>> resources = new ArrayList<>();
        for (Object document :
                new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(Files.readString(path(file)))) {
            if (document != null) {
                resources.add(asMap(document));
            }
        }
        return resources;
    }

    static String text(Map<String, Object> resource, String place) {
        return value(resource, place).toString();
    }

    static Map<String, Object> map(Map<String, Object> resource, String place) {
        return asMap(value(resource, place));
    }

    static List<Map<String, Object>> list(Map<String, Object> resource, String place) {
        return ((List<?>) value(resource, place))
                .stream().map(ClusterFiles::asMap).toList();
    }

    private static Object value(Map<String, Object> resource, String place) {
        Object value = resource;
        for (String key : place.split("\\.", -1)) {
            value = asMap(value).get(key);
            if (value == null) {
                throw new IllegalArgumentException("There is no %s of %s in %s".formatted(key, place, resource));
            }
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }
}
