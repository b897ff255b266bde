package federarium.host.command;

import federarium.persistence.StorageException;
import federarium.scenario.BadInputException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of the command line. */
@Command(
        name = "federarium",
        description = "A desktop observatory for federated learning.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            SweepCommand.class,
            ScenariosCommand.class,
            DescribeCommand.class,
            DataCommand.class,
            EpsilonCommand.class,
            RunsCommand.class,
            ReplayCommand.class,
            ResumeCommand.class,
            ForkCommand.class,
            ExportCommand.class,
            AttackCommand.class,
            HostCommand.class,
            JoinCommand.class
        })
public final class Federarium {
    private Federarium() {}

    /** Runs a command line and returns its exit code: 0 done, 1 the run failed, 2 bad input. */
    public static int run(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return commandLine(out, err).execute(arguments);
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new Federarium());
        line.setOut(out).setErr(err);
        line.setExecutionExceptionHandler((failure, command, _) -> {
            if (failure instanceof BadInputException || failure instanceof StorageException) {
                command.getErr().println(failure.getMessage());
                return 2;
            }
            throw failure;
        });
        return line;
    }
}
