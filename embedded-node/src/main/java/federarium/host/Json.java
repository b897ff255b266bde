package federarium.host;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Records as JSON, their components by name; a summary's finalFigures are called final there. */
public final class Json {
    private static final JsonMapper JSON =
            JsonMapper.builder().addMixIn(Summary.class, FinalFigures.class).build();

    private interface FinalFigures {
        @JsonProperty("final")
        Summary.Figures finalFigures();
    }

    private Json() {}

    /** The record, indented. */
    public static String write(Record record) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain figures can be written", e);
        }
    }
}
