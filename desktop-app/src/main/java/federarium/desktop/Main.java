package federarium.desktop;

import federarium.host.command.Federarium;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;

/** Where the program begins: without arguments the dashboard, with arguments the command line. */
public final class Main {
    /**
     * JavaFX warns of being on the class path, where a window works as well (and Maven on 17 can).
     */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Main() {}

    public static void main(String[] args) {
        if (args.length > 0) {
            System.exit(Federarium.run(args));
        }
        switch (Display.ofThisMachine()) {
            case READY -> open();
            case NO_DISPLAY -> {
                System.err.println(
                        "federarium: there is no display, so the scenario digits runs here");
                System.exit(Federarium.run("run", "digits"));
            }
            case NO_TOOLKIT -> {
                System.err.println(
                        "federarium: the window needs GTK 3: install the package libgtk-3-0");
                System.exit(2);
            }
        }
    }

    private static void open() {
        JAVAFX.setLevel(Level.SEVERE);
        try {
            Application.launch(FederariumApp.class);
        } catch (UnsupportedOperationException e) {
            System.err.println(
                    "federarium: the display %s cannot be opened (%s)"
                            .formatted(System.getenv("DISPLAY"), e.getMessage()));
            System.exit(2);
        }
    }
}
