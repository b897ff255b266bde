package federarium.desktop.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0,0 B",
        "999,999 B",
        "9640,9.6 kB",
        "77120,77 kB",
        "999600,1.0 MB",
        "48000000,48 MB"
    })
    void bytesHaveUnits(long bytes, String text) {
        assertEquals(text, Figures.bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({"0.006,+0.6", "-0.0123,−1.2", "0.0001,±0.0", "-0.0001,±0.0"})
    void differencesHaveASign(double difference, String text) {
        assertEquals(text, Figures.points(difference));
    }

    @ParameterizedTest
    @CsvSource({
        "0.31,0.31",
        "0.0123,0.0123",
        "12.34,12.3",
        "1234,1234",
        "-0.5,−0.50",
        "0.00001,1.0e−05"
    })
    void measuresHaveThreeFigures(double value, String text) {
        assertEquals(text, Figures.measure(value));
    }

    @ParameterizedTest
    @CsvSource({"1,1 node", "8,8 nodes", "1437,'1,437 nodes'"})
    void wordsAgreeWithTheirNumber(long number, String text) {
        assertEquals(text, Figures.many(number, "node"));
    }

    @Test
    void gramsKeepShortWhenTheyAreFew() {
        assertEquals("1.50 g", Figures.grams(1.5));
        assertEquals("8.30 mg", Figures.grams(.0083));
        assertEquals("0.56 µg", Figures.grams(5.6e-7));
        assertEquals("0.00 g", Figures.grams(0));
    }
}
