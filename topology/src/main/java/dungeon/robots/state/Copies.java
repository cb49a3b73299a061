package dungeon.robots.state;

import dungeon.schemas.state.Account;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Robot;

/**
 * Copies of state records, to be changed and put. Nested lists are shared, so they are replaced, never changed. Records that
 * change with most commands are copied field by field, which is several times faster than by the schema; a test sees to it
 * that no field is forgotten.
 */
final class Copies {
    private Copies() {}

    static MapTile of(MapTile from) {
        MapTile copy = new MapTile();
        copy.setSequence(from.getSequence());
        copy.setX(from.getX());
        copy.setY(from.getY());
        copy.setGravity(from.getGravity());
        copy.setStructure(from.getStructure());
        copy.setContent(from.getContent());
        copy.setVisitedBy(from.getVisitedBy());
        return copy;
    }

    static Mine of(Mine from) {
        Mine copy = new Mine();
        copy.setSequence(from.getSequence());
        copy.setX(from.getX());
        copy.setY(from.getY());
        copy.setResource(from.getResource());
        copy.setPlacedUnits(from.getPlacedUnits());
        copy.setRemainingUnits(from.getRemainingUnits());
        copy.setPlacedBy(from.getPlacedBy());
        return copy;
    }

    static Account of(Account from) {
        Account copy = new Account();
        copy.setSequence(from.getSequence());
        copy.setPlayerId(from.getPlayerId());
        copy.setPlayerName(from.getPlayerName());
        copy.setNumber(from.getNumber());
        copy.setHomeStation(from.getHomeStation());
        copy.setBalance(from.getBalance());
        copy.setRobots(from.getRobots());
        copy.setRobotsBought(from.getRobotsBought());
        copy.setMiningProcesses(from.getMiningProcesses());
        copy.setSalesRevenue(from.getSalesRevenue());
        copy.setKills(from.getKills());
        copy.setEliminated(from.getEliminated());
        copy.setMining(from.getMining());
        copy.setTrading(from.getTrading());
        copy.setTravelling(from.getTravelling());
        copy.setFighting(from.getFighting());
        copy.setUpgrading(from.getUpgrading());
        return copy;
    }

    public static Robot of(Robot from) {
        Robot copy = new Robot();
        copy.setSequence(from.getSequence());
        copy.setRobotId(from.getRobotId());
        copy.setPlayerId(from.getPlayerId());
        copy.setName(from.getName());
        copy.setDestroyed(from.getDestroyed());
        copy.setX(from.getX());
        copy.setY(from.getY());
        copy.setHealth(from.getHealth());
        copy.setEnergy(from.getEnergy());
        copy.setAsOfMs(from.getAsOfMs());
        copy.setReadyAtMs(from.getReadyAtMs());
        copy.setLevels(from.getLevels());
        copy.setDamageBonus(from.getDamageBonus());
        copy.setUpgradeCredits(from.getUpgradeCredits());
        copy.setCargo(from.getCargo());
        copy.setQueue(from.getQueue());
        copy.setMining(from.getMining());
        copy.setRunsAtMs(from.getRunsAtMs());
        return copy;
    }
}
