package dungeon.schemas.json;

import static dungeon.schemas.json.Json.assertFaults;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.schemas.Rules;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesJsonTest {
    /** The numbers of the rules of the game, field by field. */
    private static final String DEFAULTS = """
            {'initialCredits':500,'robotPrice':100,'robotsPerPlayerMaximum':100,'queueMaximum':16,
             'moveEnergy':[1,2,3],'attackEnergy':[1,2,3,4,5,6],'miningEnergy':[1,2,3,4,5,6],'sellEnergy':0,
             'moveCooldownMs':2000,'attackCooldownMs':1000,'miningCooldownMs':1000,'sellCooldownMs':500,'minimumCooldownMs':200,
             'miningProcessMs':5000,
             'storage':[20,50,100,200,400,1000],'miningUnits':[2,5,10,15,20,40],
             'miningResource':['BIO_MATTER','CRYO_GAS','DARK_MATTER','ION_DUST','PLASMA_CORE','PLASMA_CORE'],
             'damage':[1,2,5,10,20,50],'health':[10,25,50,100,200,500],'healthRegenerationPercent':[5,7,9,12,15,20],
             'energyCapacity':[20,30,40,60,100,200],'energyRegeneration':[4,6,8,10,15,20],'stationEnergyFactor':2,
             'cooldownPercent':[100,85,70,55,40,25],
             'upgradePrice':[0,50,300,1500,4000,15000],'miningUpgradePrice':[0,200,600,2000,6000,20000],
             'resourcePrice':[5,15,30,50,60],
             'killCredits':50,'killUpgradeShare':100,'killDamageBonus':1,'damageBonusMaximum':10,
             'miningPoints':[1,2,3,4,5],'tradingCreditsPerPoint':10,'travellingPoints':[1,2,3],'damagePoints':1,'killPoints':50,
             'ownRobotPenaltyPoints':25,'upgradePoints':10,
             'expiresAfterMs':86400000,'purgedAfterMs':3600000}
            """;

    @Test
    void defaultsAreTheNumbersOfTheRules() throws JsonFaultsException {
        JsonNode expected = Json.of(DEFAULTS);
        assertThat(Json.of(JsonWriter.write(Rules.newBuilder().build()).toString()))
                .isEqualTo(expected);
        assertThat(JsonReader.read(Json.of("{}"), Rules.class))
                .isEqualTo(Rules.newBuilder().build());
    }

    @Test
    void whatIsMissingComesFromTheDefaults() throws JsonFaultsException {
        Rules expected = Rules.newBuilder()
                .setRobotPrice(7)
                .setMoveEnergy(List.of(4, 5, 6))
                .build();
        assertThat(JsonReader.read(Json.of("{'robotPrice':7,'moveEnergy':[4,5,6]}"), Rules.class))
                .isEqualTo(expected);
    }

    @Test
    void whatIsMissingComesFromTheBaseIfThereIsOne() throws JsonFaultsException {
        Rules base = Rules.newBuilder().setRobotPrice(7).setKillCredits(9).build();
        assertThat(JsonReader.readOver(Json.of("{'robotPrice':8}"), Rules.class, base))
                .isEqualTo(Rules.newBuilder().setRobotPrice(8).setKillCredits(9).build());
    }

    @Test
    void rulesDoNotShareTheirLists() throws JsonFaultsException {
        Rules first = JsonReader.read(Json.of("{}"), Rules.class);
        first.getMoveEnergy().set(0, 99);
        Rules second = JsonReader.read(Json.of("{}"), Rules.class);
        assertThat(second.getMoveEnergy()).isEqualTo(List.of(1, 2, 3));
        Rules third = JsonReader.readOver(Json.of("{}"), Rules.class, second);
        third.getMoveEnergy().set(0, 99);
        assertThat(second.getMoveEnergy()).isEqualTo(List.of(1, 2, 3));
    }

    @Test
    void refusesWrongNumbers() {
        assertFaults(
                        Rules.class,
                        "{'robotPrice':true,'initialCredits':1e-3,'moveEnergy':[1,null,2147483648],'storage':20,'miningResource':['GOLD']}")
                .containsExactly(
                        "/initialCredits: must be a whole number of 64 bits",
                        "/robotPrice: must be a whole number of 32 bits",
                        "/moveEnergy/1: must be a whole number of 32 bits",
                        "/moveEnergy/2: must be a whole number of 32 bits",
                        "/storage: must be a list",
                        "/miningResource/0: must be one of BIO_MATTER, CRYO_GAS, DARK_MATTER, ION_DUST, PLASMA_CORE");
    }

    @Test
    void everyFieldThatIsNullHasItsDefault() {
        List<String> fields = new ArrayList<>();
        Json.of(DEFAULTS).fieldNames().forEachRemaining(fields::add);
        assertThat(fields)
                .isNotEmpty()
                .allSatisfy(field -> assertThat(JsonReader.read(Json.of("{'" + field + "':null}"), Rules.class))
                        .isEqualTo(Rules.newBuilder().build()));
    }
}
