package federarium.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CompressionSettingsTest {

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("{kind: none}", new CompressionSpec.None()),
                Arguments.of("{kind: quantize}", new CompressionSpec.Quantize(8)),
                Arguments.of("{kind: quantize, bits: 2}", new CompressionSpec.Quantize(2)),
                Arguments.of("{kind: topK}", new CompressionSpec.TopK(.1)),
                Arguments.of("{kind: topK, fraction: 1e-02}", new CompressionSpec.TopK(.01)),
                Arguments.of("{kind: sign}", new CompressionSpec.Sign()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void readsAKindWithItsDefaults(String written, CompressionSpec spec) {
        assertEquals(spec, Yaml.digits("compression: " + written).compression());
    }

    @Test
    void compressesNothingByDefault() {
        assertEquals(new CompressionSpec.None(), Yaml.digits().compression());
    }

    @Test
    void refusesTheKeyOfAnotherKind() {
        assertEquals(
                "s.yaml:3: compression.bits: means nothing while compression.kind is topK;"
                        + " allowed: compression.kind quantize",
                Yaml.refusal("compression: {kind: topK, bits: 4}"));
    }

    @Test
    void refusesMoreThanSixteenBitsAndNoValuesAtAll() {
        assertEquals(
                "s.yaml:3: compression.bits: '17' does not fit; allowed: a whole number from 1 to"
                        + " 16",
                Yaml.refusal("compression: {kind: quantize, bits: 17}"));
        assertEquals(
                "s.yaml:3: compression.fraction: '0' does not fit; allowed: a number above 0 to 1",
                Yaml.refusal("compression: {kind: topK, fraction: 0}"));
    }

    @Test
    void actsFromTheNextRoundOn() {
        for (Setting setting : CompressionSettings.all()) {
            assertTrue(setting.live(), setting.key());
        }
    }
}
