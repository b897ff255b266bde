package federarium.host;

import federarium.event.RecordedEvent;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A run in a process of its own, which prints the number and round of each acknowledged event. */
final class ChildRun {
    private ChildRun() {}

    static Process start(Path home, int clients, int rounds) throws IOException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules=jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildRun.class.getName(),
                        home.toString(),
                        String.valueOf(clients),
                        String.valueOf(rounds));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    public static void main(String[] arguments) {
        try (RunStore store = RunStore.open(Path.of(arguments[0]));
                Engine engine = Engine.on(store, 2)) {
            Federation federation =
                    engine.start(
                            Runs.digits(Integer.parseInt(arguments[2]))
                                    .with("clients", arguments[1]),
                            Drive.UNATTENDED);
            federation.watch(ChildRun::print);
            federation.finished().join();
        }
    }

    private static void print(RecordedEvent event) {
        System.out.println(event.seq() + " " + event.event().round());
        System.out.flush();
    }
}
