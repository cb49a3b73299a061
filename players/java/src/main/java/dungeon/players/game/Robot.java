package dungeon.players.game;

import dungeon.schemas.Condition;
import dungeon.schemas.Levels;
import dungeon.schemas.Resource;
import dungeon.schemas.ResourceUnits;
import dungeon.schemas.Upgrade;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A robot as the events show it, one's own or somebody else's: nothing about robots is secret. */
public final class Robot {
    private final String id;
    private final String playerId;
    private Tile tile;
    private int health;
    private int energy;
    private long asOfMs;
    private long readyAtMs;
    private int queued;
    private Levels levels;
    private int damageBonus;
    private List<ResourceUnits> cargo = List.of();
    private boolean mining;
    private long hitAtMs = Long.MIN_VALUE;
    private String hitBy;

    Robot(String id, String playerId, Levels levels) {
        this.id = id;
        this.playerId = playerId;
        this.levels = levels;
    }

    /** UUID. */
    public String id() {
        return id;
    }

    /** Whose it is; UUID. */
    public String playerId() {
        return playerId;
    }

    public Tile tile() {
        return tile;
    }

    /** Health when something last happened to it; at a station it regenerates from there. */
    public int health() {
        return health;
    }

    /** Energy when something last happened to it, at {@link #asOfMs}; it regenerates from there. */
    public int energy() {
        return energy;
    }

    /** The moment for which health and energy are given, in ms since 1970. */
    public long asOfMs() {
        return asOfMs;
    }

    /** When its cooldown is over, in ms since 1970. */
    public long readyAtMs() {
        return readyAtMs;
    }

    /** How many actions wait in its queue. */
    public int queued() {
        return queued;
    }

    /** The levels of its upgrades. */
    public Levels levels() {
        return levels;
    }

    /** The level of one upgrade. */
    public int level(Upgrade upgrade) {
        return switch (upgrade) {
            case STORAGE -> levels.getStorage();
            case MINING -> levels.getMining();
            case DAMAGE -> levels.getDamage();
            case HEALTH -> levels.getHealth();
            case HEALTH_REGENERATION -> levels.getHealthRegeneration();
            case ENERGY_CAPACITY -> levels.getEnergyCapacity();
            case ENERGY_REGENERATION -> levels.getEnergyRegeneration();
            case COOLDOWN -> levels.getCooldown();
            case UNKNOWN -> 0;
        };
    }

    /** Damage that it has gained by kills. */
    public int damageBonus() {
        return damageBonus;
    }

    /** What it carries. */
    public List<ResourceUnits> cargo() {
        return cargo;
    }

    /** Units of all resources that it carries. */
    public int cargoUnits() {
        return cargo.stream().mapToInt(ResourceUnits::getUnits).sum();
    }

    /** Whether a mining process that it started is running. */
    public boolean isMining() {
        return mining;
    }

    /** When it was last attacked, in ms since 1970; {@link Long#MIN_VALUE} if never. */
    public long hitAtMs() {
        return hitAtMs;
    }

    /** Who attacked it last; null if nobody did. */
    public String hitBy() {
        return hitBy;
    }

    void is(Condition condition) {
        tile = Tile.of(condition.getPosition());
        health = condition.getHealth();
        energy = condition.getEnergy();
        asOfMs = condition.getAsOf().toEpochMilli();
        readyAtMs = condition.getReadyAt().toEpochMilli();
        queued = condition.getQueued();
    }

    void hasQueued(int actions) {
        queued = actions;
    }

    void carries(List<ResourceUnits> units) {
        cargo = List.copyOf(units);
    }

    void alsoCarries(List<ResourceUnits> looted) {
        Map<Resource, Integer> units = new EnumMap<>(Resource.class);
        cargo.forEach(lot -> units.merge(lot.getResource(), lot.getUnits(), Integer::sum));
        looted.forEach(lot -> units.merge(lot.getResource(), lot.getUnits(), Integer::sum));
        cargo = units.entrySet().stream()
                .map(lot -> new ResourceUnits(lot.getKey(), lot.getValue()))
                .toList();
    }

    void mines(boolean running) {
        mining = running;
    }

    void hasDamageBonus(int bonus) {
        damageBonus = bonus;
    }

    void wasHit(String attackerId, long timeMs) {
        hitBy = attackerId;
        hitAtMs = timeMs;
    }

    void reaches(Upgrade upgrade, int level) {
        Levels.Builder changed = Levels.newBuilder(levels);
        switch (upgrade) {
            case STORAGE -> changed.setStorage(level);
            case MINING -> changed.setMining(level);
            case DAMAGE -> changed.setDamage(level);
            case HEALTH -> changed.setHealth(level);
            case HEALTH_REGENERATION -> changed.setHealthRegeneration(level);
            case ENERGY_CAPACITY -> changed.setEnergyCapacity(level);
            case ENERGY_REGENERATION -> changed.setEnergyRegeneration(level);
            case COOLDOWN -> changed.setCooldown(level);
            case UNKNOWN -> {}
        }
        levels = changed.build();
    }
}
