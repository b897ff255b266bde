package federarium.desktop;

import federarium.host.command.Federarium;
import javafx.application.Application;

/** Where the program begins: without arguments the dashboard, with arguments the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        if (args.length > 0) {
            System.exit(Federarium.run(args));
        }
        Application.launch(FederariumApp.class);
    }
}
