package dungeon.verification.audit;

import dungeon.schemas.ActionFailed;
import dungeon.schemas.ActionQueued;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GamePurged;
import dungeon.schemas.GameStarted;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.MineDepleted;
import dungeon.schemas.MineDiscovered;
import dungeon.schemas.MiningStarted;
import dungeon.schemas.PlayerEliminated;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.QueueCleared;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.ResourcesMined;
import dungeon.schemas.ResourcesSold;
import dungeon.schemas.RobotAttacked;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.RobotUpgraded;
import dungeon.schemas.RobotsPurchased;
import dungeon.schemas.UpgradePurchased;
import dungeon.schemas.VoucherDiscarded;
import dungeon.verification.audit.finding.Broken;
import dungeon.verification.audit.finding.Check;
import dungeon.verification.audit.finding.Finding;
import dungeon.verification.audit.model.Costs;
import dungeon.verification.audit.model.Model;
import dungeon.verification.audit.model.Timer;
import dungeon.verification.audit.model.Vitals;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Follows the events of one game until one of them breaks a promise. */
final class GameAuditor {
    /** Faults of a CreateGame that are not looked for here. */
    private static final Set<RejectionCode> FAULTY =
            Set.of(RejectionCode.MALFORMED, RejectionCode.INVALID_MAP, RejectionCode.INVALID_RULES);

    /** The version of the rules that the model is written from. */
    private static final int RULES_VERSION = 1;

    private final String gameId;
    private final Envelope envelope = new Envelope();
    private final Outcomes outcomes = new Outcomes();
    private final SentCommands commands = new SentCommands(outcomes);
    private Finding finding;
    private Model model;
    private Causes causes;
    private Lifecycle lifecycle;
    private Purchases purchases;
    private Actions actions;
    private Fights fights;
    private Mining mining;
    private Discoveries discoveries;
    private Eliminations eliminations;
    private Rejections rejections;
    private ResourcesMined lastMined;

    GameAuditor(String gameId) {
        this.gameId = gameId;
    }

    /** What is wrong with the game, if anything is. */
    Optional<Finding> finding() {
        return Optional.ofNullable(finding);
    }

    /** A command, before the events that come of it. */
    void sent(SentCommand sent) {
        commands.add(sent);
    }

    /** No more events come. */
    void end(boolean allWasDecided) {
        if (finding != null) {
            return;
        }
        try {
            Check.holds("rest of the decision", !envelope.isOpen(), "published", "missing");
            if (allWasDecided) {
                commands.checkNoneIsLeft();
            }
        } catch (Broken e) {
            finding = e.in(gameId, envelope.sequence(), "the last event");
        }
    }

    void see(Event event) {
        if (finding != null) {
            return;
        }
        try {
            follow(event);
        } catch (Broken e) {
            finding = e.in(gameId, event.getSequence(), kind(event));
        } catch (RuntimeException e) {
            // Fields that contradict each other can break more than a check, and that is a finding too.
            finding = new Finding(
                    gameId, event.getSequence(), kind(event), "event", "one that makes sense", e.toString());
        }
    }

    private static String kind(Event event) {
        return event.getPayload() == null
                ? "null"
                : event.getPayload().getClass().getSimpleName();
    }

    private void follow(Event event) {
        if (event.getSequence() == 0) {
            outsideTheSequence(event);
            return;
        }
        Check.holds("an event after the last", model == null || !model.isPurged, "GamePurged", kind(event));
        envelope.accept(event);
        if (event.getPayload() instanceof GameCreated created) {
            create(event, created);
        } else {
            Check.holds("the first event", model != null, "GameCreated", kind(event));
            fold(event);
        }
        Check.holds(
                "rest of the decision",
                envelope.isOpen() != model.followers.isEmpty(),
                model.followers.toString(),
                event.getRemaining() + " events");
    }

    private void outsideTheSequence(Event event) {
        Check.holds(
                "an event with sequence 0",
                event.getPayload() instanceof CommandRejected,
                "CommandRejected",
                event.getPayload());
        Check.holds(
                "an event with sequence 0",
                model == null || model.isPurged,
                "of a game that is not there",
                "while the game is there");
        Check.same("remaining", 0, event.getRemaining());
        SentCommand sent = commands.take(event);
        if (sent != null) {
            checkRefusal(sent, ((CommandRejected) event.getPayload()).getCode());
        }
    }

    private void checkRefusal(SentCommand sent, RejectionCode code) {
        RejectionCode atOnce = Verdict.beforeForm(sent);
        if (atOnce != null) {
            Check.same("code", atOnce, code);
            return;
        }
        if (!Form.isSound(sent.command())) {
            Check.same("code", RejectionCode.MALFORMED, code);
            return;
        }
        RejectionCode expected = Verdict.withoutGame(sent, model != null);
        boolean canBeFaulty = expected == null && FAULTY.contains(code);
        Check.holds("code", code == expected || canBeFaulty, String.valueOf(expected), code);
    }

    private void create(Event event, GameCreated created) {
        Check.same("sequence of GameCreated", 1, event.getSequence());
        Check.same("rulesVersion", RULES_VERSION, created.getRulesVersion());
        RulesCheck.check(created.getRules());
        Check.within("participantLimit", 1, 100, created.getParticipantLimit());
        Check.within("durationMs", 10_000, 86_400_000, created.getDurationMs());
        model = new Model(
                gameId,
                created.getMap(),
                created.getRules(),
                created.getParticipantLimit(),
                created.getDurationMs(),
                created.getSeedHash(),
                created.getPracticeFor(),
                created.getRequestedBy(),
                created.getMatch(),
                event.getTime().toEpochMilli());
        discoveries = new Discoveries(model);
        causes = new Causes(model, outcomes, commands, discoveries);
        causes.command(event);
        Check.same("playerId", null, event.getPlayerId());
        lifecycle = new Lifecycle(model, causes, discoveries);
        eliminations = new Eliminations(model);
        rejections = new Rejections(model, causes);
        long expiryMs = event.getTime().toEpochMilli() + created.getRules().getExpiresAfterMs();
        Check.same("expiresAt", Instant.ofEpochMilli(expiryMs), created.getExpiresAt());
        model.timers.set(expiryMs, Timer.Kind.EXPIRY, null);
        model.followers.expect(MapInstantiated.class, gameId);
    }

    private void mapIsThere(MapInstantiated map) {
        lifecycle.mapInstantiated(map);
        Costs costs = new Costs(model.rules, model.grid);
        Vitals vitals = new Vitals(model);
        Turns turns = new Turns(model, causes, costs, vitals);
        Judge judge = new Judge(model, turns);
        purchases = new Purchases(model, causes, turns, vitals);
        causes.judgeBy(new Verdict(model, turns, purchases));
        actions = new Actions(model, causes, turns, judge, costs, vitals);
        fights = new Fights(model, turns, judge, costs, vitals, eliminations);
        mining = new Mining(model, causes, turns, judge, costs, vitals, fights, discoveries, eliminations);
    }

    private void fold(Event event) {
        Object payload = event.getPayload();
        if (payload instanceof RobotMoved moved) {
            actions.moved(event, moved);
        } else if (payload instanceof ActionQueued queued) {
            actions.queued(event, queued);
        } else if (payload instanceof ActionFailed failed) {
            actions.failed(event, failed);
        } else if (payload instanceof QueueCleared cleared) {
            actions.cleared(event, cleared);
        } else if (payload instanceof RobotAttacked attacked) {
            fights.attacked(event, attacked);
        } else if (payload instanceof RobotDestroyed destroyed) {
            fights.destroyed(event, destroyed);
        } else if (payload instanceof MiningStarted started) {
            mining.started(event, started);
        } else if (payload instanceof ResourcesMined mined) {
            mining.mined(event, mined);
            lastMined = mined;
        } else if (payload instanceof MineDepleted depleted) {
            mining.depleted(depleted, lastMined.getResource());
        } else if (payload instanceof ResourcesSold sold) {
            mining.sold(event, sold);
        } else if (payload instanceof CommandRejected rejected) {
            rejections.rejected(event, rejected);
        } else {
            foldRare(event, payload);
        }
    }

    private void foldRare(Event event, Object payload) {
        if (payload instanceof RobotsPurchased bought) {
            purchases.robots(event, bought);
        } else if (payload instanceof RobotSpawned spawned) {
            purchases.spawned(event, spawned);
        } else if (payload instanceof UpgradePurchased bought) {
            purchases.upgrades(event, bought);
        } else if (payload instanceof RobotUpgraded upgraded) {
            purchases.upgraded(event, upgraded);
        } else if (payload instanceof VoucherDiscarded discarded) {
            purchases.discarded(discarded);
        } else if (payload instanceof MineDiscovered discovered) {
            model.followers.checkNone(MineDiscovered.class);
            discoveries.discovered(event, discovered, causes);
        } else if (payload instanceof PlayerEliminated) {
            eliminations.eliminated(event);
        } else if (payload instanceof PlayerJoined joined) {
            lifecycle.joined(event, joined);
        } else if (payload instanceof MapInstantiated map) {
            mapIsThere(map);
        } else if (payload instanceof GameStarted started) {
            lifecycle.started(event, started);
        } else if (payload instanceof GameEnded ended) {
            lifecycle.ended(event, ended);
        } else if (payload instanceof GamePurged) {
            lifecycle.purged(event);
        } else {
            throw new Broken("event", "one of a known kind", payload);
        }
    }
}
