package federarium.host;

import federarium.client.Memory;
import federarium.client.Sent;
import federarium.coordinator.CoordinatorCommand.TellTaken;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.host.NodeMemories.Open;
import federarium.identity.PrivateFile;
import federarium.transport.Trainer;
import federarium.transport.frame.Frame;
import federarium.transport.frame.FrameException;
import federarium.transport.frame.FrameFormat;
import federarium.transport.frame.Tensor;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the node of this machine keeps from round to round in somebody else's run, such as what
 * compression held back. It outlives the node, in a file; and where the coordinator was restarted
 * and asks for a round again, the node trains it from what it kept before that round.
 *
 * <p>The file is written once a round, before the update leaves: whose update was taken is told
 * again to a node that comes back.
 */
final class OwnMemory {
    private final @Nullable Path file;
    private final String run;
    private final int client;
    private final NodeMemories memories = new NodeMemories(Collections.emptySortedMap());
    private int round;
    private int told;
    private boolean anew = true;
    private Memory before = Memory.EMPTY;

    /**
     * What a file holds, or nothing if there is none, or it is of another run.
     *
     * @param file null to forget with the process
     */
    OwnMemory(@Nullable Path file, String run, int client) {
        this.file = file;
        this.run = run;
        this.client = client;
        read();
    }

    boolean isOf(String other, int seat) {
        return run.equals(other) && client == seat;
    }

    NodeMemories memories() {
        return memories;
    }

    /** The coordinator lives again: what it asks first may have been answered before. */
    synchronized void comeAnew() {
        anew = true;
    }

    synchronized void settle(TellTaken taken) {
        if (taken.round() > told) {
            told = taken.round();
            memories.settle(taken.round(), taken.clients());
        }
    }

    /** A trainer that remembers. */
    Trainer around(Trainer trainer) {
        return request -> {
            begin(request);
            ClientUpdate update = trainer.train(request);
            write();
            return update;
        };
    }

    private synchronized void begin(Train request) {
        int next = request.round();
        if (next == round && anew) {
            memories.restore(client, before, null);
            told = next - 1;
        } else if (next != round) {
            before = memories.of(client);
        }
        round = next;
        anew = false;
    }

    void forget() {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // It is of a run that is over, and never read again.
        }
    }

    private synchronized void write() {
        Open open = memories.open(client);
        Memory now = memories.of(client);
        if (file == null || open == null && before.equals(Memory.EMPTY) && now.equals(before)) {
            return;
        }
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        fields.put("run", run);
        fields.put("client", Integer.toString(client));
        fields.put("round", Integer.toString(round));
        fields.put("told", Integer.toString(told));
        SequencedMap<String, Tensor> vectors = new LinkedHashMap<>();
        put("before.", before, vectors);
        put("now.", now, vectors);
        if (open != null) {
            fields.put("open", Integer.toString(open.round()));
            put("taken.", open.sent().memory(), vectors);
            put("refused.", open.sent().refused(), vectors);
        }
        byte[] frame = FrameFormat.write(new Frame(fields, vectors));
        try {
            PrivateFile.write(file, out -> out.write(frame));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    file + ": what the node keeps cannot be written: " + e.getMessage(), e);
        }
    }

    private static void put(String prefix, Memory memory, SequencedMap<String, Tensor> vectors) {
        memory.named()
                .forEach((name, vector) ->
                        vectors.put(
                                prefix + name, Tensor.owning(Tensor.Type.F32, vector.toBytes())));
    }

    private void read() {
        if (file == null || !Files.exists(file)) {
            return;
        }
        try {
            Frame frame = FrameFormat.read(Files.readAllBytes(file));
            if (!frame.field("run").equals(run)
                    || !frame.field("client").equals(Integer.toString(client))) {
                return;
            }
            round = Integer.parseInt(frame.field("round"));
            told = Integer.parseInt(frame.field("told"));
            before = memory("before.", frame);
            String open = frame.fields().get("open");
            memories.restore(
                    client,
                    memory("now.", frame),
                    open == null ? null : pending(Integer.parseInt(open), frame));
        } catch (IOException | FrameException | NumberFormatException e) {
            throw new IllegalStateException(
                    file + ": what the node keeps is damaged; move it away to begin without it", e);
        }
    }

    private Open pending(int of, Frame frame) {
        ClientUpdate gone = new ClientUpdate(client, of, 1, 1, 0, Weights.zeros(1));
        return new Open(of, new Sent(gone, memory("taken.", frame), memory("refused.", frame)));
    }

    private static Memory memory(String prefix, Frame frame) {
        Memory memory = Memory.EMPTY;
        for (var each : frame.tensors().entrySet()) {
            if (each.getKey().startsWith(prefix)) {
                memory =
                        memory.with(
                                each.getKey().substring(prefix.length()),
                                Weights.fromBytes(each.getValue().toBytes()));
            }
        }
        return memory;
    }
}
