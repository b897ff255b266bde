package federarium.host.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void alignsTextsAtTheirBeginningAndNumbersAtTheirEnd() {
        Table table = new Table(1);
        table.add("node", "train");
        table.add("Cleveland", "7");

        assertEquals(
                """
                node       train
                Cleveland      7
                """,
                printed(table));
    }

    @Test
    void leavesAColumnOutThatHoldsNothing() {
        Table table = new Table(2);
        table.add("node", "", "train");
        table.add("c01", "", "7");

        assertEquals(
                """
                node  train
                c01       7
                """,
                printed(table));
    }

    @Test
    void isNothingWithoutRows() {
        assertEquals("", printed(new Table(1)));
    }

    private static String printed(Table table) {
        StringWriter text = new StringWriter();
        table.print(new PrintWriter(text, true));
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
