package dungeon.verification.simulation;

import dungeon.platform.core.timers.DueTimer;
import dungeon.robots.InMemoryGame;
import dungeon.robots.state.RobotsTimers;
import dungeon.schemas.Event;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GamePurged;
import dungeon.verification.audit.Auditor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Whether a game keeps the promises. */
final class GameCheck {
    /** A comparison of two worlds takes as long as many decisions. */
    private static final int EVENTS_PER_COMPARISON = 50;

    private final SimulatedGame game;

    GameCheck(SimulatedGame game) {
        this.game = game;
    }

    /** The first thing that is wrong by the judgement of the auditor, who has a model of his own. */
    Optional<String> audit() {
        Auditor auditor = new Auditor();
        game.sent().forEach(delivery -> auditor.sent(delivery.forAuditor()));
        game.events().forEach(auditor::see);
        auditor.end(true);
        if (auditor.findings().isEmpty()) {
            boolean hasEnded = game.events().stream().map(Event::getPayload).anyMatch(GameEnded.class::isInstance);
            return hasEnded ? Optional.empty() : Optional.of("game %s has not ended".formatted(game.gameId()));
        }
        return Optional.of(auditor.findings().get(0).toString());
    }

    /** Plays the log of commands again: the bytes must be the same, and the fold of the events must be the world. */
    Optional<String> replay() {
        Replay replay = new Replay();
        for (Delivery delivery : game.sent()) {
            replay.world.handle(delivery.command(), delivery.arrival(), replay::publish);
        }
        return Optional.ofNullable(replay.problem());
    }

    private final class Replay {
        private final InMemoryGame world = new InMemoryGame(game.gameId());
        private final InMemoryGame folded = new InMemoryGame(game.gameId());
        private int published;
        private boolean isPurged;
        private String problem;

        /** Comes after the decision is in the world and before anything else is. */
        void publish(List<Event> events) {
            int before = published;
            boolean wasPurged = isPurged;
            for (Event event : events) {
                compare(event);
                folded.fold(event);
                // What is left of a purged game goes piece by piece, by timers that publish nothing.
                isPurged |= event.getPayload() instanceof GamePurged;
            }
            boolean isPurgedNow = isPurged && !wasPurged;
            if (isPurgedNow || (!isPurged && before / EVENTS_PER_COMPARISON != published / EVENTS_PER_COMPARISON)) {
                compareWorlds();
            }
        }

        String problem() {
            if (published != game.events().size()) {
                fail(published, "%d events".formatted(game.events().size()), "%d events".formatted(published));
            }
            if (!isPurged) {
                compareWorlds();
            } else if (world.timers().isEmpty()
                    && !(world.robots().isEmpty() && world.accounts().isEmpty())) {
                fail(published, "nothing left of the purged game", world.toString());
            }
            return problem;
        }

        private void compare(Event event) {
            if (published >= game.events().size() || !bytesEqual(game.events().get(published), event)) {
                String first = published < game.events().size()
                        ? game.events().get(published).toString()
                        : "no more events";
                fail(event.getSequence(), first, event.toString());
            }
            published++;
        }

        private void compareWorlds() {
            dropLostChances();
            if (!world.timers().equals(folded.timers())) {
                fail(sequence(), world.timers().toString(), folded.timers().toString());
            } else if (!world.equals(folded)) {
                fail(sequence(), world.toString(), folded.toString());
            }
        }

        private long sequence() {
            return folded.progress() == null ? 0 : folded.progress().getSequence();
        }

        /** A discovery for which no star system is empty when it is due publishes nothing, so a fold does not learn of it. */
        private void dropLostChances() {
            for (DueTimer timer : folded.timers()) {
                if (timer.id().kind() == RobotsTimers.DISCOVERY
                        && timer.dueMs() <= folded.progress().getTimeMs()
                        && !world.timers().contains(timer)) {
                    folded.records().remove(timer);
                }
            }
        }

        private void fail(long sequence, String expected, String found) {
            if (problem == null) {
                problem = "game %s, event %d, played again: expected %s, found %s"
                        .formatted(game.gameId(), sequence, expected, found);
            }
        }
    }

    private static boolean bytesEqual(Event one, Event other) {
        try {
            return one.toByteBuffer().equals(other.toByteBuffer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
