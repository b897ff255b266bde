package federarium.host.command;

import federarium.host.Participant;
import federarium.identity.Identities;
import federarium.identity.JoinLink;
import federarium.identity.WordFingerprint;
import federarium.scenario.BadInputException;
import federarium.transport.frame.FrameException;
import federarium.transport.wire.Control;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** This machine as a node of a run that another one hosts. */
@Command(
        name = "join",
        description = "Joins a run that another machine hosts, as one of its nodes.")
final class JoinCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private HomeOption home;

    @Parameters(paramLabel = "LINK", description = "The link that the host shows.")
    private String link = "";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What the host's people see; this user's name by default.")
    private @Nullable String name;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        JoinLink parsed = parsed();
        try (Identities.Claimed node = claimed();
                Participant participant =
                        Participant.join(
                                parsed,
                                node.identity(),
                                name == null ? System.getProperty("user.name", "node") : name,
                                Runtime.getRuntime().availableProcessors(),
                                home.directory().resolve("joined"),
                                new Teller(out, err))) {
            out.println("this node: " + WordFingerprint.of(node.identity().known()));
            Control.Ended ended = participant.finished().join();
            return ended.status().equals("completed") ? 0 : 1;
        } catch (CompletionException e) {
            if (e.getCause() instanceof FrameException refusal) {
                err.println("join: " + refusal.getMessage());
                return 1;
            }
            throw e;
        }
    }

    private JoinLink parsed() {
        try {
            return JoinLink.parse(link);
        } catch (IllegalArgumentException e) {
            throw new BadInputException("join: " + e.getMessage(), e);
        }
    }

    private Identities.Claimed claimed() {
        try {
            return Identities.claim(home.directory().resolve("identities"));
        } catch (IOException e) {
            throw new BadInputException("join: " + e.getMessage(), e);
        }
    }

    /** Says how it goes. */
    private record Teller(PrintWriter out, PrintWriter err) implements Participant.Listener {
        @Override
        public void told(Control.FromHost message) {
            switch (message) {
                case Control.Waiting(String words) ->
                        out.println("waiting to be let in; the host should read: " + words);
                case Control.Welcome welcome ->
                        out.printf("seated as %s of %s%n", welcome.node(), title(welcome));
                case Control.News news ->
                        out.printf(
                                Locale.ROOT,
                                "round %d of %d, accuracy %.1f %%%n",
                                news.round(),
                                news.rounds(),
                                100 * (news.accuracy() == null ? 0 : news.accuracy()));
                case Control.Refused(String reason, boolean again) ->
                        err.println("the host refused: " + reason);
                case Control.Ended ended when ended.status().equals(Control.Ended.INTERRUPTED) ->
                        out.println("the run was interrupted; this node calls until it goes on");
                case Control.Ended ended -> out.println("the run has " + ended.status());
                case Control.Challenge _, Control.Begin _ -> {}
            }
        }

        private static Object title(Control.Welcome welcome) {
            return welcome.scenario().getOrDefault("name", "a run");
        }

        @Override
        public void connection(@Nullable String gone) {
            if (gone != null) {
                err.println(gone + "; calling again");
            }
        }
    }
}
