package federarium.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.NodeScore;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.YardstickMeasured;
import federarium.event.RecordedEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {
    private static final Instant AT = Instant.parse("2026-11-01T10:00:00.123456Z");

    @Test
    void startsEveryLineWithNumberTimeRoundAndType() {
        RoundStarted event = new RoundStarted(3, List.of("c01", "Klinik Süd"));

        assertEquals(
                "{\"seq\":12,\"at\":\"2026-11-01T10:00:00.123456Z\",\"round\":3,\"type\":\"RoundStarted\",\"cohort\":[\"c01\",\"Klinik"
                    + " Süd\"],\"emptyBecause\":null}",
                EventJson.write(new RecordedEvent(12, AT, event)));
    }

    @Test
    void writesSixDigitsOfASecondAndNullsAsNull() {
        ModelEvaluated event =
                new ModelEvaluated(
                        1, 0.5, 1, null, null, List.of(new NodeScore("c01", 0.25, null)));

        assertEquals(
                "{\"seq\":1,\"at\":\"1970-01-01T00:00:00.000000Z\",\"round\":1,"
                        + "\"type\":\"ModelEvaluated\",\"accuracy\":0.5,\"loss\":1.0,\"auc\":null,"
                        + "\"averagePrecision\":null,\"nodes\":[{\"node\":\"c01\","
                        + "\"accuracy\":0.25,\"averagePrecision\":null}]}",
                EventJson.write(new RecordedEvent(1, Instant.EPOCH, event)));
    }

    @ParameterizedTest
    @MethodSource("federarium.persistence.SampleEvents#ofEveryType")
    void readsBackEveryTypeOfEventAsItWas(FederationEvent event) {
        RecordedEvent recorded = new RecordedEvent(Long.MAX_VALUE, AT, event);
        String line = EventJson.write(recorded);

        assertEquals(recorded, EventJson.read(line));
        assertEquals(1, line.lines().count());
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                -0.0,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                0.1 + 0.2,
                1e-5,
                2.225073858507201e-308
            })
    void keepsEveryBitOfADouble(double value) {
        ModelEvaluated event =
                new ModelEvaluated(
                        1, value, value, value, null, List.of(new NodeScore("c01", value, value)));

        RecordedEvent read = EventJson.read(EventJson.write(new RecordedEvent(1, AT, event)));

        assertEquals(event, read.event());
        assertEquals(
                Double.doubleToLongBits(value),
                Double.doubleToLongBits(((ModelEvaluated) read.event()).loss()));
    }

    @Test
    void writesWhatJsonHasNoNumberForAsStrings() {
        YardstickMeasured event =
                new YardstickMeasured(
                        1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

        assertTrue(
                EventJson.write(new RecordedEvent(1, AT, event))
                        .endsWith(
                                "\"aloneMean\":\"NaN\",\"aloneWorst\":\"Infinity\","
                                        + "\"pooled\":\"-Infinity\"}"));
    }

    @Test
    void readsALineThatLacksANullableComponent() {
        RecordedEvent read =
                EventJson.read(
                        "{\"seq\":1,\"at\":\"2026-11-01T10:00:00Z\",\"round\":1,"
                                + "\"type\":\"ModelEvaluated\",\"accuracy\":0.5,\"loss\":1.0,"
                                + "\"nodes\":[]}");

        assertEquals(new ModelEvaluated(1, 0.5, 1, null, null, List.of()), read.event());
    }

    @Test
    void namesAnUnknownType() {
        refuses(line("\"round\":1,\"type\":\"ModelTeleported\""), "unknown type ModelTeleported");
    }

    @Test
    void namesWhatIsMissingOrMisplaced() {
        refuses(line("\"round\":1"), "type is missing");
        refuses("{\"round\":1,\"type\":\"RoundStarted\"}", "seq is missing");
        refuses("{\"seq\":1.5}", "seq cannot be 1.5");
        refuses("{\"seq\":1,\"at\":\"noon\",\"type\":\"x\"}", "at is no time");
        refuses(line("\"round\":1,\"type\":\"RoundStarted\""), "cohort");
        refuses(line("\"round\":1,\"type\":\"RoundStarted\",\"cohort\":null"), "cohort");
        refuses(line("\"round\":1,\"type\":\"RoundStarted\",\"cohort\":[null]"), "cohort");
        refuses(line("\"type\":\"RoundStarted\",\"cohort\":[]"), "round");
        refuses(line("\"round\":1,\"type\":\"RoundStarted\",\"cohort\":[],\"x\":1"), "\"x\"");
        refuses(line("\"round\":\"1\",\"type\":\"RoundStarted\",\"cohort\":[]"), "int");
        refuses("{\"seq\":1,\"at\":\"2026-", "in {\"seq\":1");
        refuses("[]", "no JSON object");
        refuses("", "no JSON object");
        refuses("{} {}", "in {} {}");
    }

    private static String line(String rest) {
        return "{\"seq\":1,\"at\":\"2026-11-01T10:00:00.123456Z\"," + rest + "}";
    }

    private static void refuses(String line, String cause) {
        String message = Refusals.sentence(() -> EventJson.read(line));
        assertTrue(message.startsWith("not an event of this version: "), message);
        assertTrue(message.contains(cause), message);
    }
}
