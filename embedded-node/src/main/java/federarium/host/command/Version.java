package federarium.host.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version this was built as. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        Properties build = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/federarium.properties")) {
            build.load(in);
        }
        return new String[] {
            "Federarium " + build.getProperty("version"),
            "Java " + Runtime.version() + ", " + System.getProperty("os.name")
        };
    }
}
