package federarium.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static final Path SHIPPED = Path.of("..", "scenarios", "scenario.schema.json");

    /**
     * After a change of the settings: WRITE_SCHEMA=1 mvn -pl embedded-node test -Dtest=SchemaTest
     */
    @Test
    void theSchemaThatShipsSaysWhatTheReaderKnows() throws IOException {
        if (System.getenv("WRITE_SCHEMA") != null) {
            Files.writeString(SHIPPED, Schema.text());
        }

        assertEquals(Files.readString(SHIPPED), Schema.text());
    }

    @Test
    void aSplitIsAColumnOrAColumnWithANumber() throws IOException {
        JsonNode split = new ObjectMapper().readTree(Schema.text()).at("/properties/data");

        JsonNode choice = split.at("/properties/split/anyOf");

        assertEquals("string", choice.at("/0/type").asText());
        assertTrue(choice.at("/1/properties").has("column"), choice.toString());
        assertTrue(choice.at("/1/properties").has("testFrom"), choice.toString());
    }
}
