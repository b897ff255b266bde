package federarium.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A summary as JSON, its components by name; {@code finalFigures} is called final there. */
public final class SummaryJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().addMixIn(Summary.class, Named.class).build();

    private interface Named {
        @com.fasterxml.jackson.annotation.JsonProperty("final")
        Summary.Figures finalFigures();
    }

    private SummaryJson() {}

    public static String write(Summary summary) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(summary);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a summary is plain figures", e);
        }
    }
}
