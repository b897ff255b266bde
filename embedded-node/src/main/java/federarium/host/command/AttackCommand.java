package federarium.host.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Attacks a kept run, to show what updates tell and what hostile nodes can do. */
@Command(
        name = "attack",
        description = "Attacks a kept run: what do its updates tell, what can its nodes do to it?",
        subcommands = {RebuildCommand.class, MembershipCommand.class, DamageCommand.class})
final class AttackCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "attack: which? rebuild, membership or damage");
    }
}
