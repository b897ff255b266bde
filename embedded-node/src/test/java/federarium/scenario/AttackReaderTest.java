package federarium.scenario;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.scenario.Attack.Deed;
import federarium.scenario.Attack.Seats;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttackReaderTest {

    @Test
    void everybodyIsHonestUnlessSaid() {
        assertEquals(Attack.NONE, Yaml.digits("").attack());
        assertEquals(Set.of(), Attack.NONE.clients(8));
    }

    static Stream<Arguments> deeds() {
        return Stream.of(
                Arguments.of("{kind: labelFlip}", new Deed.LabelFlip(null, null)),
                Arguments.of("{kind: labelFlip, flip: [1, 7]}", new Deed.LabelFlip(1, 7)),
                Arguments.of("{kind: signFlip}", new Deed.SignFlip()),
                Arguments.of("{kind: gaussian}", new Deed.Gaussian()),
                Arguments.of("{kind: replacement, target: 9}", new Deed.Replacement(9)),
                Arguments.of("{kind: backdoor}", new Deed.Backdoor(0)),
                Arguments.of("{kind: alie}", new Deed.Alie(null)),
                Arguments.of("{kind: alie, z: 1.5}", new Deed.Alie(1.5)),
                Arguments.of("{kind: ipm}", new Deed.Ipm()),
                Arguments.of("{kind: freeRider}", new Deed.FreeRider(false)),
                Arguments.of("{kind: freeRider, disguised: true}", new Deed.FreeRider(true)));
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void readsWhatHostileNodesDo(String written, Deed deed) {
        assertEquals(
                new Attack(deed, new Seats.Last(1), 1, 1),
                Yaml.digits("attack: " + written).attack());
    }

    @Test
    void readsWhoTheyAreHowStronglyAndFromWhenOn() {
        assertEquals(
                new Attack(new Deed.SignFlip(), new Seats.These(Set.of(1, 4)), 2.5, 7),
                Yaml.digits("attack: {kind: signFlip, clients: [c02, c05], strength: 2.5, from: 7}")
                        .attack());
    }

    @Test
    void aNumberOfNodesMeansTheLastSeats() {
        Attack attack = Yaml.digits("attack: {kind: ipm, clients: 3}").attack();

        assertEquals(Set.of(5, 6, 7), attack.clients(8));
    }

    @Test
    void anotherKindTakesItsDefaultsAndTheSameNodes() {
        Scenario scenario =
                Yaml.digits("attack: {kind: alie, clients: [c02], z: 1.5}")
                        .with("attack.kind", "backdoor");

        assertEquals(
                new Attack(new Deed.Backdoor(0), new Seats.These(Set.of(1)), 1, 1),
                scenario.attack());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attack.kind",
                "attack.clients",
                "attack.strength",
                "attack.from",
                "attack.flip",
                "attack.target",
                "attack.z",
                "attack.disguised"
            })
    void everySettingCanChangeInMidRunAndIsHiddenFromTheCoordinator(String key) {
        assertTrue(AttackSettings.hidden(key));
        assertTrue(
                Settings.all().stream()
                        .anyMatch(setting -> setting.key().equals(key) && setting.live()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    {kind: bribe} | attack.kind: 'bribe' does not fit; allowed: none, labelFlip, signFlip, gaussian, replacement, backdoor, alie, ipm, freeRider
                    {clients: 2} | attack.clients: means nothing while attack.kind is none; allowed: attack.kind labelFlip or signFlip or gaussian or replacement or backdoor or alie or ipm or freeRider
                    {kind: signFlip, clients: 0} | attack.clients: '0' does not fit; allowed: a whole number from 1 to 100000, or a list such as [c02, c05]
                    {kind: signFlip, clients: []} | attack.clients: [] is nobody; allowed: a number, ids such as [c03], or attack.kind none
                    {kind: signFlip, clients: [node3]} | attack.clients: 'node3' does not fit; allowed: ids of nodes, such as c03
                    {kind: signFlip, clients: [c00]} | attack.clients: 'c00' does not fit; allowed: ids of nodes, such as c03
                    {kind: signFlip, clients: 9} | attack.clients: there are 8 nodes, not 9; allowed: 1 to 8
                    {kind: signFlip, clients: [c03, c09]} | attack.clients: there is no node c09; allowed: c01 to c08
                    {kind: signFlip, strength: -1} | attack.strength: '-1' does not fit; allowed: a number from 0 to 1000000
                    {kind: signFlip, from: 0} | attack.from: '0' does not fit; allowed: a whole number from 1 to 1000000
                    {kind: signFlip, target: 1} | attack.target: means nothing while attack.kind is signFlip; allowed: attack.kind backdoor or replacement
                    {kind: labelFlip, flip: [1]} | attack.flip: [1] is not from one class to another; allowed: such as [1, 7]
                    {kind: labelFlip, flip: [3, 3]} | attack.flip: [3, 3] is not from one class to another; allowed: such as [1, 7]
                    {kind: labelFlip, flip: [1, 2, 3]} | attack.flip: [1, 2, 3] is not from one class to another; allowed: such as [1, 7]
                    {kind: labelFlip, flip: [1, -2]} | attack.flip: '[1, -2]' does not fit; allowed: a list such as [200, 200], each a whole number from 0 to 1000000
                    {kind: backdoor, target: -1} | attack.target: '-1' does not fit; allowed: a whole number from 0 to 1000000
                    {kind: alie, z: -1} | attack.z: '-1' does not fit; allowed: a number from 0 to 100
                    {kind: freeRider, disguised: maybe} | attack.disguised: 'maybe' does not fit; allowed: false or true
                    """)
    void refusesWhatCannotBe(String attack, String problem) {
        assertEquals("s.yaml:3: " + problem, Yaml.refusal("attack: " + attack, "clients: 8"));
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    {kind: replacement} | mode: fedAsync | attack.kind: replacement reckons with a round's average, and there is none here; allowed: backdoor, or mode synchronous with a star or a hierarchy
                    {kind: replacement} | mode: gossip;topology: {kind: ring} | attack.kind: replacement reckons with a round's average, and there is none here; allowed: backdoor, or mode synchronous with a star or a hierarchy
                    {kind: alie} | model: {widths: [1, 0.5]} | attack.kind: hostile nodes that compare their updates must train the same parameters; allowed: signFlip, gaussian, or model.widths [1] and no personal.kind fedPer
                    {kind: ipm} | personal: {kind: fedPer} | attack.kind: hostile nodes that compare their updates must train the same parameters; allowed: signFlip, gaussian, or model.widths [1] and no personal.kind fedPer
                    """)
    void refusesAttacksThatThisKindOfFederationDoesNotHave(
            String attack, String federation, String problem) {
        assertEquals(
                "s.yaml:3: " + problem,
                Yaml.refusal("attack: " + attack, federation.replace(";", "\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "9"})
    void takesAClassThatTheDataHave(String target) {
        Attack attack = Yaml.digits("attack: {kind: backdoor, target: " + target + "}").attack();

        assertDoesNotThrow(() -> AttackReader.checkClasses(attack, 10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    {kind: backdoor, target: 10} | attack.target: there is no class 10; allowed: 0 to 9
                    {kind: replacement, target: 12} | attack.target: there is no class 12; allowed: 0 to 9
                    {kind: labelFlip, flip: [10, 1]} | attack.flip: there is no class 10; allowed: 0 to 9
                    {kind: labelFlip, flip: [1, 11]} | attack.flip: there is no class 11; allowed: 0 to 9
                    """)
    void refusesAClassThatTheDataDoNotHave(String written, String problem) {
        Attack attack = Yaml.digits("attack: " + written).attack();

        assertEquals(problem, Yaml.refusalOf(() -> AttackReader.checkClasses(attack, 10)));
    }
}
