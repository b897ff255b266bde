package federarium.data;

import federarium.scenario.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** The file p.csv in a folder, with whatever a test writes into it. */
record CsvFixture(Path folder) {
    static final String PATIENTS =
            """
            clinic,age,sex,ill
            Graz,50,f,yes
            Bonn,40,m,no
            Graz,30,f,no
            """;

    RawRows read(String text, Columns columns) throws IOException {
        return CsvReader.read(file(text.getBytes(StandardCharsets.UTF_8)), columns);
    }

    DataFile file(byte[] content) throws IOException {
        return new DataFile("p.csv", Files.write(folder.resolve("p.csv"), content));
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    static Columns columns(
            String label,
            List<String> features,
            List<String> categorical,
            List<String> ignore,
            boolean drop) {
        return new Columns(label, null, null, features, categorical, ignore, drop);
    }

    /** Of rows labelled y, where a column says train or test. */
    static Columns splitBy(String column) {
        Scenario.Split split = new Scenario.Split(column, null);
        return new Columns("y", null, split, List.of(), List.of(), List.of(), true);
    }
}
