package dungeon.players;

import dungeon.players.game.Strategy;
import dungeon.players.strategies.HouseStrategy;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A strategy by what a person writes for it: the name of one of the house, such as {@code miner}, or a jar and a class in it,
 * such as {@code my-player.jar:com.example.Rusher}. The class implements {@link Strategy} and has a public constructor without
 * parameters. What it uses beside this library has to be in the jar as well.
 *
 * @param text reads as the same strategy from any folder
 * @param name the house's name, or the class's without its package
 * @param strategies gives a new strategy each time
 */
public record StrategySource(String text, String name, Supplier<Strategy> strategies) {
    /**
     * Finds a strategy, and makes it once to see that it can be made.
     *
     * @throws IllegalArgumentException if there is none; the message says what is wrong with the text, the jar or the class
     */
    public static StrategySource of(String text) {
        Optional<HouseStrategy> house = Arrays.stream(HouseStrategy.values())
                .filter(strategy -> strategy.label().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst();
        if (house.isPresent()) {
            return new StrategySource(house.get().label(), house.get().label(), house.get()::create);
        }
        int colon = text.lastIndexOf(':');
        if (colon <= 0 || colon == text.length() - 1) {
            throw new IllegalArgumentException(
                    "'%s' is no strategy; write one of the house (%s) or <jar>:<class>".formatted(text, houseNames()));
        }
        Path jar = Path.of(text.substring(0, colon)).toAbsolutePath();
        Class<? extends Strategy> type = load(jar, text.substring(colon + 1));
        StrategySource source =
                new StrategySource(jar + ":" + type.getName(), type.getSimpleName(), () -> create(type));
        // What cannot be made is said now, and not in the middle of a game.
        Objects.requireNonNull(source.strategies.get());
        return source;
    }

    private static String houseNames() {
        return String.join(
                ", ",
                Arrays.stream(HouseStrategy.values()).map(HouseStrategy::label).toList());
    }

    /** The jar stays open for as long as the process lives, because the strategy may load classes at any time. */
    @SuppressWarnings("resource")
    private static Class<? extends Strategy> load(Path jar, String className) {
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException("There is no jar %s".formatted(jar));
        }
        try {
            URL[] classPath = {jar.toUri().toURL()};
            URLClassLoader loader = new URLClassLoader(classPath, StrategySource.class.getClassLoader());
            return Class.forName(className, true, loader).asSubclass(Strategy.class);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("%s cannot be read as a jar".formatted(jar), e);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(
                    "There is no class %s in %s; write it with its package".formatted(className, jar), e);
        } catch (ClassCastException e) {
            throw new IllegalArgumentException(
                    "%s in %s does not implement %s".formatted(className, jar, Strategy.class.getName()), e);
        } catch (LinkageError e) {
            throw new IllegalArgumentException("%s in %s cannot be loaded: %s".formatted(className, jar, e), e);
        }
    }

    private static Strategy create(Class<? extends Strategy> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(
                    "%s has no public constructor without parameters".formatted(type.getName()), e);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "The constructor of %s failed: %s".formatted(type.getName(), e.getCause()), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "%s has to be a public class that is not abstract".formatted(type.getName()), e);
        }
    }
}
