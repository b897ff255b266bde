package federarium.desktop.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.0001, 0.001, 0.05, 0.1, 2.5, 10})
    void logarithmicComesBack(double value) {
        Scale scale = Scale.logarithmic(0.0001, 10);
        assertEquals(value, scale.value(scale.position(value)), value * 1e-9);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 40, 100, 1000})
    void wholeLogarithmicComesBack(int value) {
        Scale scale = Scale.wholeLogarithmic(2, 1000);
        assertEquals(value, scale.value(scale.position(value)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.33, 1})
    void linearSnapsToItsSteps(double value) {
        Scale scale = Scale.linear(0.01, 1, 0.01);
        assertEquals(value, scale.value(scale.position(value) + 0.001), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-5, 0, 1000})
    void whatLiesOutsideStaysAtAnEnd(double value) {
        double position = Scale.logarithmic(0.0001, 10).position(value);
        assertEquals(value > 1 ? 1 : 0, position);
    }
}
