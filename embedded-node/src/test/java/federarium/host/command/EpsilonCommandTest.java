package federarium.host.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpsilonCommandTest {
    @TempDir private Path folder;

    @Test
    void printsThreeWaysOfAddingUpSideBySideAndTheOdds() {
        String out = typed("1", "0.01", "1000", "1e-5");
        assertTrue(out.startsWith("ε at δ = 1e-5 after 1000 steps\nnaive "), out);
        assertTrue(out.contains("best at order 7.8    2.1014\n"), out);
        assertTrue(
                out.matches("(?s).*PLD  +privacy loss distributions, convolved +1.828\\d\n.*"),
                out);
        assertTrue(out.contains("is right at most\n86 times of 100"), out);
        assertTrue(out.contains("Poisson"), out);
    }

    @Test
    void fromThreeOnItSaysThatLittleIsGuaranteed() {
        assertTrue(oneLine(typed("1", "1", "1", "1e-5")).endsWith("That guarantees little."));
        assertTrue(oneLine(typed("0", "1", "1", "1e-5")).endsWith("That guarantees nothing."));
    }

    @Test
    void stepsThatNeverHappenPromiseEverything() {
        String out = typed("1", "0.01", "0", "1e-5");
        assertEquals(3, out.lines().filter(line -> line.endsWith("  0.0000")).count(), out);
    }

    @Test
    void jsonHoldsTheSameFigures() throws IOException {
        JsonNode figures = json("1", "0.01", "1000", "1e-5");
        assertEquals(2.1014, figures.at("/rdp").asDouble(), 5e-5);
        assertEquals(1.8282, figures.at("/pld").asDouble(), 6e-5);
        assertTrue(figures.at("/naive").asDouble() > 10, figures.toString());
        double power = Math.exp(figures.at("/pld").asDouble());
        assertEquals((power + 1e-5) / (1 + power), figures.at("/odds").asDouble(), 1e-12);
        assertTrue(figures.at("/best").asDouble() < figures.at("/odds").asDouble());
    }

    @Test
    void whatNothingBoundsIsNull() throws IOException {
        JsonNode figures = json("1e-200", "0.5", "3", "1e-300");
        for (String way : new String[] {"/naive", "/rdp", "/pld"}) {
            assertTrue(figures.at(way).isNull(), figures.toString());
        }
        assertEquals(1, figures.at("/odds").asDouble());
    }

    @Test
    void aTinyDeltaStillHasABound() throws IOException {
        JsonNode figures = json("5", "0.01", "1000", "1e-30");
        assertEquals(figures.at("/rdp"), figures.at("/pld"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    epsilon --noise x --rate 1 --steps 1 --delta .1   | --noise: 'x' does not fit; allowed: a number from 0 to 1000000
                    epsilon --noise 1 --rate 2 --steps 1 --delta .1   | --rate: '2' does not fit; allowed: a number from 0 to 1
                    epsilon --noise 1 --rate 1 --steps .5 --delta .1  | --steps: '.5' does not fit; allowed: a whole number from 0 to 1000000000
                    epsilon --noise 1 --rate 1 --steps 1 --delta 0    | --delta: '0' does not fit; allowed: a number above 0 to 1
                    epsilon --noise 1 --rate 1 --steps 1 --delta NaN  | --delta: 'NaN' does not fit; allowed: a number above 0 to 1
                    epsilon --noise 1 --rate 1 --steps 1 --delta .1 --json /nowhere/e.json | --json: cannot write /nowhere/e.json; allowed: a file in a folder that exists
                    """)
    void badInputIsRefusedInOneLine(String command, String sentence) {
        Terminal terminal = new Terminal(folder);

        assertEquals(2, terminal.typeOnly(command.strip().split(" +")));
        assertEquals(sentence, terminal.err());
        assertEquals("", terminal.out());
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ');
    }

    private JsonNode json(String noise, String rate, String steps, String delta)
            throws IOException {
        Path file = folder.resolve("e.json");
        typed(noise, rate, steps, delta, "--json", file.toString());
        return new ObjectMapper().readTree(file.toFile());
    }

    private String typed(String noise, String rate, String steps, String delta, String... more) {
        Terminal terminal = new Terminal(folder.resolve("home"));
        String[] words = {
            "epsilon", "--noise", noise, "--rate", rate, "--steps", steps, "--delta", delta
        };
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        assertEquals(0, terminal.typeOnly(all), terminal.err());
        return terminal.out();
    }
}
