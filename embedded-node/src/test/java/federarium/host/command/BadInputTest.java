package federarium.host.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.persistence.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user may get wrong: one line with place, cause and what is allowed, and exit code 2. */
class BadInputTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    run nope                                  | there is no scenario 'nope'; allowed: digits, mnist, hospital, fraud, crosssilo, gossip, phones, async, widths, or a YAML file
                    run nope.yaml                             | nope.yaml: no such file; built-in scenarios: digits, mnist, hospital, fraud, crosssilo, gossip, phones, async, widths
                    run digits --set training.optimiser=sgd   | --set: training.optimiser: unknown key; known here: training.optimizer, training.learningRate, training.learningRateDecay, training.localEpochs, training.localSteps, training.earlyStop, training.batchSize, training.momentum, training.proximalMu, training.weightDecay
                    run digits --set training.optimizer=lion  | --set: training.optimizer: 'lion' does not fit; allowed: sgd, momentum, adam
                    run digits --set cohort.fraction=all      | --set: cohort.fraction: 'all' does not fit; allowed: a number above 0 to 1
                    run digits --set model.hidden=32          | --set: model.hidden: '32' does not fit; allowed: a list such as [200, 200], each a whole number from 1 to 100000
                    run digits --set clients=0                | --set: clients: '0' does not fit; allowed: a whole number from 1 to 100000
                    run digits --rounds -1                    | --rounds: rounds: '-1' does not fit; allowed: a whole number from 1 to 1000000
                    run digits --threads 0                    | --threads: 0 is too few; allowed: 1 or more
                    run hospital --set clients=3              | --set: clients: 3, but the data name 8; allowed: 8, or leave clients out
                    run digits --set partition.kind=shard --set clients=900 | --set: data.partition.shardsPerClient: 900 clients with 2 each make 1800 shards of 1438 training rows; allowed: at most 1438 shards
                    run digits --set partition.kind=natural   | --set: data.partition.kind: natural needs data that say whose row it is
                    run digits --set compute=vector --set model.kind=conv | compute: the Vector API engine trains dense and logistic models, not conv; allowed: auto or dl4j
                    run digits --set model.hidden=[100000,100000] | --set: model.hidden: more than 536,870,909 parameters can't be kept; allowed: fewer or smaller layers
                    run mnist --set model.kind=conv --set model.hidden=[100000] | --set: model.hidden: 79,501,258 parameters, sent or kept 10 times a round, need 5.1 GB of memory; there are
                    run digits --summary /nowhere/s.json      | --summary: cannot write /nowhere/s.json; allowed: a file in a folder that exists
                    run digits --events /nowhere/e.jsonl      | --events: cannot write /nowhere/e.jsonl; allowed: a file in a folder that exists
                    sweep digits --vary seed                  | --vary: seed: allowed: KEY=V1,V2,…
                    sweep digits --vary rounds=1,x            | --set: rounds: 'x' does not fit; allowed: a whole number from 1 to 1000000
                    resume nope                               | no run is called nope
                    replay nope                               | no run is called nope
                    export nope --to x                        | no run is called nope
                    fork nope --round 1                       | no run is called nope
                    runs --delete nope                        | no run is called nope
                    """)
    void isRefusedInOneLine(String command, String sentence) {
        Terminal terminal = new Terminal(folder.resolve("home"));

        int exit = terminal.type(command.strip().split(" +"));

        assertEquals(2, exit, terminal.err());
        assertTrue(terminal.err().contains(sentence), terminal.err());
        assertEquals(1, terminal.err().lines().count(), terminal.err());
        assertEquals("", terminal.out());
    }

    @Test
    void anUnknownOptionOrCommandSaysWhatThereIs() {
        Terminal terminal = new Terminal(folder.resolve("home"));

        assertEquals(2, terminal.typeOnly("run", "digits", "--round", "3"));
        assertTrue(terminal.err().startsWith("Unknown options: '--round', '3'"), terminal.err());
        assertEquals(2, terminal.typeOnly("train"));
        assertTrue(terminal.err().contains("train"), terminal.err());
        assertFalse(terminal.err().contains("at federarium"), terminal.err());
    }

    @Test
    void aScenarioFileIsNamedWithItsLine() throws IOException {
        Path file =
                Files.writeString(folder.resolve("mine.yaml"), "name: mine\nmodel:\n  kid: a\n");

        Terminal terminal = new Terminal(folder.resolve("home"));

        assertEquals(2, terminal.type("run", file.toString()));
        assertEquals(
                file
                        + ":3: model.kid: unknown key; known here: model.kind, model.hidden,"
                        + " model.widths, model.activation, model.filters, model.kernel,"
                        + " model.file",
                terminal.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    8    | partition: {kind: shard, shardsPerClient: 900} | 4: data.partition.shardsPerClient: 8 clients with 900 each make 7200 shards of 1438 training rows; allowed: at most 1438 shards
                    20   | partition: {kind: dirichlet, alpha: 1e-9}      | 4: data.partition.alpha: 0.000000001 left one of 20 clients
                    4    | partition: {kind: pathological}                | 4: data.partition.classes: 4 clients with 2 each hold 8 of 10 classes at most
                    8    | testFraction: 0.000001                         | 4: data.testFraction: 0.000001 of 1797 rows leaves none
                    2000 | partition: {kind: iid}                         | 5: clients: 2000 nodes cannot share 1438 training rows; allowed: at most 1438
                    """)
    void aKeyThatDoesNotGoWithTheDataIsNamedWithItsLine(int clients, String line, String sentence)
            throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("mine.yaml"),
                        "name: mine\ndata:\n  source: digits-8x8\n  %s\nclients: %d\n"
                                .formatted(line, clients));
        Terminal terminal = new Terminal(folder.resolve("home"));

        assertEquals(2, terminal.type("run", file.toString()), terminal.err());
        assertTrue(terminal.err().startsWith(file + ":" + sentence), terminal.err());
        assertEquals(1, terminal.err().lines().count(), terminal.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    missing.csv | cannot read
                    ragged.csv  | ragged.csv:3
                    nan.csv     | nan.csv:2: a
                    word.csv    | word.csv:2: a
                    empty.csv   | empty.csv
                    """)
    void aCsvFileIsNamedWithItsLineAndColumn(String csv, String sentence) throws IOException {
        Files.writeString(folder.resolve("ragged.csv"), "a,b,y\n1,2,0\n3,1\n");
        Files.writeString(folder.resolve("nan.csv"), "a,b,y\nNaN,2,0\n3,1,1\n");
        Files.writeString(folder.resolve("word.csv"), "a,b,y\nsmall,2,0\n3,1,1\n");
        Files.writeString(folder.resolve("empty.csv"), "");
        Path file =
                Files.writeString(
                        folder.resolve("mine.yaml"),
                        "name: mine\ndata: {file: %s, label: y}\nclients: 1\n".formatted(csv));
        Terminal terminal = new Terminal(folder.resolve("home"));

        assertEquals(2, terminal.type("run", file.toString()), terminal.err());
        assertTrue(terminal.err().contains(sentence), terminal.err());
        assertEquals(1, terminal.err().lines().count(), terminal.err());
    }

    @Test
    void aHomeThatIsTakenNamesTheProcessThatHasIt() {
        Path home = folder.resolve("home");
        Terminal terminal = new Terminal(home);
        try (RunStore _ = RunStore.open(home)) {
            assertEquals(2, terminal.type("run", "digits", "--rounds", "1"));
        }
        assertTrue(
                terminal.err().contains("in use by process " + ProcessHandle.current().pid()),
                terminal.err());
    }

    @Test
    void aHomeThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Terminal terminal = new Terminal(file.resolve("home"));

        assertEquals(2, terminal.type("run", "digits", "--rounds", "1"));
        assertTrue(terminal.err().contains(file.resolve("home").toString()), terminal.err());
        assertEquals(1, terminal.err().lines().count(), terminal.err());
    }

    @Test
    void anExportNeverOverwrites() throws IOException {
        Terminal terminal = new Terminal(folder.resolve("home"));
        terminal.type("run", "digits", "--rounds", "1", "--quiet");
        String run = terminal.runs().getFirst();
        Path mine = Files.writeString(Files.createDirectory(folder.resolve("d")).resolve("f"), "x");

        assertEquals(2, terminal.type("export", run, "--to", folder.resolve("d").toString()));
        assertEquals(
                "--to: " + folder.resolve("d") + " holds something already; allowed: a new folder",
                terminal.err());
        assertEquals("x", Files.readString(mine));
    }
}
