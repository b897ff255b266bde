package federarium.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir Path home;

    /** Pages that H2 writes over in mid-run can hide the last commit from it after a crash. */
    @Test
    void keepsObsoletePagesForLongerThanAnyRun() {
        try (Database database = Database.open(home, CommitCount.in(home))) {
            String milliseconds =
                    database.read(connection -> {
                        try (Statement statement = connection.createStatement();
                                ResultSet row =
                                        statement.executeQuery(
                                                "SELECT SETTING_VALUE FROM"
                                                        + " INFORMATION_SCHEMA.SETTINGS WHERE"
                                                        + " SETTING_NAME = 'RETENTION_TIME'")) {
                            row.next();
                            return row.getString(1);
                        }
                    });
            assertEquals(Integer.MAX_VALUE, Integer.parseInt(milliseconds));
        }
    }

    @Test
    void freesObsoletePagesOfALargeFileInMidRun() throws IOException {
        Path file = home.resolve("federarium.mv.db");
        try (Database database = Database.open(home, CommitCount.in(home), 1)) {
            for (int commit = 1; commit < Database.LOOK; commit++) {
                database.write(_ -> 0);
            }
            long before = Files.size(file);
            database.write(_ -> 0);

            assertTrue(Files.size(file) < before / 4, Files.size(file) + " of " + before);
            assertEquals(Database.LOOK, database.commits());
            long kept = database.read(Schema::commits);
            assertEquals(Database.LOOK, kept);
        }
    }
}
