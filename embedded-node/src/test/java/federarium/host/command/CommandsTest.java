package federarium.host.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path folder;
    private Terminal terminal;

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder.resolve("home"));
    }

    @Test
    void runPrintsATableAndWritesSummaryAndEvents() throws IOException {
        Path summaryFile = folder.resolve("s.json");
        Path eventsFile = folder.resolve("e.jsonl");

        int exit =
                terminal.type(
                        "run",
                        "digits",
                        "--rounds",
                        "3",
                        "--seed",
                        "5",
                        "--summary",
                        summaryFile.toString(),
                        "--events",
                        eventsFile.toString());

        assertEquals(0, exit, terminal.err());
        assertTrue(terminal.out().startsWith("digits, completed after round 3"), terminal.out());
        JsonNode summary = JSON.readTree(summaryFile.toFile());
        assertEquals("digits", summary.at("/scenario").asText());
        assertEquals(5, summary.at("/seed").asInt());
        assertEquals("completed", summary.at("/status").asText());
        assertEquals(3, summary.at("/rounds").asInt());
        assertEquals("dense", summary.at("/model/kind").asText());
        assertEquals(2410, summary.at("/model/parameters").asInt());
        assertEquals("vector", summary.at("/model/compute").asText());
        assertEquals(4, summary.at("/curve").size());
        assertEquals(8, summary.at("/curve/1/cohort").size());
        assertTrue(summary.at("/curve/1/epsilon").isNull());
        assertEquals(
                summary.at("/curve/3/accuracy").asDouble(),
                summary.at("/final/accuracy").asDouble());
        assertTrue(summary.at("/final/auc").isNull());
        assertEquals("c01", summary.at("/clients/0/id").asText());
        assertEquals(3, summary.at("/clients/0/roundsTrained").asInt());
        assertTrue(summary.at("/yardsticks/pooled").asDouble() > 0.5);
        List<String> events = Files.readAllLines(eventsFile);
        assertTrue(events.getFirst().startsWith("{\"seq\":1,\"at\":\""), events.getFirst());
        assertTrue(events.getLast().contains("\"type\":\"RunCompleted\""), events.getLast());
    }

    @Test
    void trainSecondsAgreeWithTheEventsWithinFivePercent() throws IOException {
        Path summary = folder.resolve("s.json");
        Path events = folder.resolve("e.jsonl");
        terminal.type(
                "run", "digits", "--summary", summary.toString(), "--events", events.toString());

        Duration sum = Duration.ZERO;
        Instant started = Instant.EPOCH;
        for (String line : Files.readAllLines(events)) {
            JsonNode event = JSON.readTree(line);
            Instant at = Instant.parse(event.at("/at").asText());
            switch (event.at("/type").asText()) {
                case "RoundStarted" -> started = at;
                case "UpdatesAggregated" -> sum = sum.plus(Duration.between(started, at));
                default -> {}
            }
        }
        double seconds = JSON.readTree(summary.toFile()).at("/timing/trainSeconds").asDouble();
        assertEquals(1, seconds / (sum.toNanos() / 1e9), 0.05);
    }

    @Test
    void runsReplayAndExportTellTheSameAsTheRunItself() throws Exception {
        Path summary = folder.resolve("s.json");
        terminal.type("run", "hospital", "--rounds", "2", "--summary", summary.toString());
        String run = terminal.runs().getFirst();
        assertTrue(terminal.out().contains("completed"), terminal.out());
        Path again = folder.resolve("again.json");

        assertEquals(0, terminal.type("replay", run, "--summary", again.toString()));
        assertEquals(
                JSON.readTree(summary.toFile()).at("/curve"),
                JSON.readTree(again.toFile()).at("/curve"));

        Path exported = folder.resolve("exported");
        assertEquals(0, terminal.type("export", run, "--to", exported.toString()));
        byte[] model = Files.readAllBytes(exported.resolve("model.f32"));
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(model));
        assertEquals(JSON.readTree(summary.toFile()).at("/model/sha256").asText(), hash);
        assertEquals(0, terminal.type("runs", "--delete", run));
        assertEquals(List.of(""), terminal.runs().isEmpty() ? List.of("") : terminal.runs());
    }

    @Test
    void forkSharesTheRoundsBeforeIt() throws IOException {
        terminal.type("run", "digits", "--rounds", "3", "--quiet");
        Path parent = folder.resolve("p.json");
        String run = terminal.runs().getFirst();
        terminal.type("replay", run, "--summary", parent.toString(), "--quiet");
        Path child = folder.resolve("c.json");

        int exit =
                terminal.type(
                        "fork",
                        run,
                        "--round",
                        "2",
                        "--set",
                        "training.learningRate=0.01",
                        "--summary",
                        child.toString());

        assertEquals(0, exit, terminal.err());
        JsonNode before = JSON.readTree(parent.toFile()).at("/curve");
        JsonNode after = JSON.readTree(child.toFile()).at("/curve");
        assertEquals(before.get(2), after.get(2));
        assertTrue(before.get(3).at("/loss").asDouble() != after.get(3).at("/loss").asDouble());
    }

    @Test
    void sweepWritesARowForEveryCombinationAndSeed() throws IOException {
        Path csv = folder.resolve("sweep.csv");

        int exit =
                terminal.type(
                        "sweep",
                        "digits",
                        "--rounds",
                        "2",
                        "--vary",
                        "training.learningRate=0.05,0.1",
                        "--vary",
                        "model.hidden=[8],[16,8]",
                        "--seeds",
                        "2",
                        "--csv",
                        csv.toString());

        assertEquals(0, exit, terminal.err());
        List<String> rows = Files.readAllLines(csv);
        assertEquals(
                "training.learningRate,model.hidden,seed,accuracy,loss,epsilon,bytes,"
                        + "trainSeconds,run",
                rows.getFirst());
        assertEquals(1 + 2 * 2 * 2, rows.size());
        assertTrue(rows.getLast().startsWith("0.1,\"[16,8]\",2,"), rows.getLast());
        assertEquals(8, terminal.runs().size());
    }

    @Test
    void sweepTakesASettingThatOnlyTheVariedValuesAllow() {
        int exit =
                terminal.type(
                        "sweep",
                        "phones",
                        "--rounds",
                        "1",
                        "--set",
                        "devices.deadline=30",
                        "--vary",
                        "devices.stragglers=deadline,partial");

        assertEquals(0, exit, terminal.err());
        assertEquals(2, terminal.runs().size());
    }

    @Test
    void sweepSaysWhichRunStoppedAndWhy() {
        int exit =
                terminal.type(
                        "sweep",
                        "digits",
                        "--quiet",
                        "--rounds",
                        "3",
                        "--set",
                        "model.hidden=[32,32,32,32]",
                        "--vary",
                        "training.learningRate=0.1,1000");

        assertEquals(1, exit);
        assertEquals(1, terminal.err().lines().count(), terminal.err());
        assertTrue(terminal.err().contains("iverged"), terminal.err());
    }

    @Test
    void scenariosDescribeAndDataNeedNoHome() throws IOException {
        assertEquals(0, terminal.typeOnly("scenarios"));
        assertTrue(terminal.out().startsWith("digits "), terminal.out());
        assertEquals(0, terminal.typeOnly("describe", "fraud"));
        assertTrue(terminal.out().contains("(synthetic)"), terminal.out());
        Path json = folder.resolve("data.json");
        assertEquals(0, terminal.typeOnly("data", "hospital", "--json", json.toString()));
        assertTrue(terminal.out().contains("1989-01"), terminal.out());
        assertTrue(terminal.out().contains("Label skew 0."), terminal.out());
        JsonNode table = JSON.readTree(json.toFile());
        assertEquals(8, table.at("/nodes").size());
        assertTrue(table.at("/labelSkew").asDouble() > 0, table.toString());
        assertTrue(table.at("/sizeImbalance").asDouble() > 1, table.toString());
    }

    @Test
    void everyCommandHasHelp() {
        for (String command :
                List.of(
                        "run",
                        "sweep",
                        "scenarios",
                        "describe",
                        "data",
                        "epsilon",
                        "runs",
                        "replay",
                        "resume",
                        "fork",
                        "export")) {
            assertEquals(0, terminal.typeOnly(command, "--help"), command);
            assertTrue(terminal.out().contains("Usage: federarium " + command), terminal.out());
        }
        assertEquals(0, terminal.typeOnly("--version"));
        assertTrue(terminal.out().startsWith("Federarium 0."), terminal.out());
    }
}
