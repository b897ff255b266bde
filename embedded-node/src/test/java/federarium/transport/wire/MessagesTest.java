package federarium.transport.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.coordinator.CoordinatorCommand.TellTaken;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.coordinator.CoordinatorCommand.TrainUnseen;
import federarium.coordinator.CoordinatorInput.TrainingEnded;
import federarium.coordinator.SumTerms;
import federarium.privacy.quantisation.RingVector;
import federarium.privacy.secagg.Octets;
import federarium.privacy.secagg.SecAggMessage.AdvertisedKeys;
import federarium.privacy.secagg.SecAggMessage.DeliveredShares;
import federarium.privacy.secagg.SecAggMessage.MaskedInput;
import federarium.privacy.secagg.SecAggMessage.NeighbourKeys;
import federarium.privacy.secagg.SecAggMessage.NeighbourSignatures;
import federarium.privacy.secagg.SecAggMessage.PublicKeys;
import federarium.privacy.secagg.SecAggMessage.SealedShares;
import federarium.privacy.secagg.SecAggMessage.SurvivorList;
import federarium.privacy.secagg.SecAggMessage.SurvivorSignature;
import federarium.privacy.secagg.SecAggMessage.UnmaskingShares;
import federarium.privacy.summing.NoiseShare;
import federarium.privacy.summing.SumEncoding;
import federarium.scenario.CompressionSpec;
import federarium.scenario.Concealment;
import federarium.scenario.PersonalSpec;
import federarium.scenario.Privacy;
import federarium.scenario.Training;
import federarium.transport.Invitation;
import federarium.transport.frame.FrameException;
import federarium.transport.frame.Tensor;
import federarium.update.ClientUpdate;
import federarium.update.ServerControl;
import federarium.update.Weights;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MessagesTest {
    private static final Octets OCTETS = Octets.copyOf((byte) 1, (byte) 0xab);
    private static final ClientUpdate UPDATE =
            new ClientUpdate(2, 5, 30, 3, Double.NaN, Weights.copyOf(1, Float.NaN, -0f));
    static final Train TRAIN =
            new Train(
                    5,
                    2,
                    Weights.copyOf(.5f, -1),
                    new Training(.1, 1, 10, new Training.Optimizer.Momentum(.9), 0, 0, 1, 0, 0),
                    new PersonalSpec.None(),
                    new CompressionSpec.TopK(.1),
                    Privacy.NONE,
                    -9_223_372_036_854_775_807L,
                    false,
                    null);
    private static final SumEncoding NOISED =
            SumEncoding.clipped(2, new SumEncoding.Limit(.5, true, new NoiseShare(1000, 3)));

    static final List<Record> QUESTIONS =
            List.of(
                    TRAIN,
                    new TrainUnseen(TRAIN),
                    new Train(
                            1,
                            0,
                            Weights.zeros(1),
                            new Training(.1, 1, Training.ALL_ROWS),
                            new PersonalSpec.Ditto(.1),
                            new CompressionSpec.Sign(),
                            1,
                            true,
                            new ServerControl(1, Weights.copyOf(3))),
                    new TellTaken(4, List.of(0, 2)),
                    new Invitation(
                            1,
                            List.of(0, 1, 2),
                            new SumTerms(
                                    Concealment.MASKS, 3, SumEncoding.byExamples(2, 40, 8), -1)),
                    new Invitation(
                            1, List.of(0, 1, 2), new SumTerms(Concealment.MASKS, 3, NOISED, 5)),
                    new NeighbourKeys(1, new TreeMap<>(Map.of(3, new PublicKeys(OCTETS, OCTETS)))),
                    new DeliveredShares(1, new TreeMap<>(Map.of(3, OCTETS))),
                    new SurvivorList(1, List.of(0, 1)),
                    new NeighbourSignatures(1, new TreeMap<>(Map.of(0, OCTETS))));

    static final List<Record> ANSWERS =
            List.of(
                    UPDATE,
                    UPDATE.withLossBefore(.25).withControlChange(Weights.copyOf(1, 2, 3)),
                    new TrainingEnded(5, 2, true),
                    new AdvertisedKeys(1, 2, new PublicKeys(OCTETS, OCTETS)),
                    new SealedShares(1, 2, new TreeMap<>(Map.of(0, OCTETS))),
                    new MaskedInput(1, 2, RingVector.copyOf(-1, 0, 7)),
                    new SurvivorSignature(1, 2, OCTETS),
                    new UnmaskingShares(
                            1,
                            2,
                            new TreeMap<>(Map.of(0, BigInteger.TWO.pow(256))),
                            new TreeMap<>()));

    @ParameterizedTest
    @FieldSource("QUESTIONS")
    void aQuestionReadsAsItWasWritten(Record message) {
        assertEquals(message, Messages.question(Messages.write(message)));
    }

    @ParameterizedTest
    @FieldSource("ANSWERS")
    void anAnswerReadsAsItWasWritten(Record message) {
        assertEquals(message, Messages.answer(Messages.write(message)));
    }

    @Test
    void anUpdateIsPlainJsonBesideItsVector() {
        Body body = Messages.write(new ClientUpdate(0, 1, 30, 3, .5, Weights.copyOf(1, 2)));
        assertEquals("clientUpdate", body.type());
        assertEquals(
                "{\"client\":0,\"round\":1,\"examples\":30,\"steps\":3,\"loss\":0.5,"
                        + "\"delta\":\"delta\",\"deltaBytes\":8,\"lossBefore\":null,"
                        + "\"controlChange\":null}",
                body.json());
        assertEquals(Set.of("delta"), body.tensors().keySet());
    }

    @Test
    void aNodeMayNotAskAndTheCoordinatorMayNotAnswer() {
        refused(() -> Messages.answer(Messages.write(TRAIN)), "no message that may come here");
        refused(() -> Messages.question(Messages.write(UPDATE)), "no message that may come here");
    }

    @Test
    void refusesWhatIsMissingUnknownOrOfAnotherKind() {
        String good = Messages.write(new TrainingEnded(5, 2, true)).json();
        altered(good, ",\"finite\":true", "", "finite");
        altered(good, "\"finite\":true", "\"finite\":null", "finite");
        altered(good, "\"finite\":true", "\"finite\":\"true\"", "boolean");
        altered(good, "\"round\":5", "\"round\":5.5", "5.5");
        altered(good, "\"round\":5", "\"round\":99999999999", "range");
        altered(good, "\"round\":5", "\"round\":5,\"round\":6", "uplicate");
        altered(good, "\"round\":5", "\"round\":5,\"shell\":\"x\"", "shell");
        altered(good, "}", "} {}", "railing");
    }

    @Test
    void refusesVectorsThatAreMissingOrTooMany() {
        Body body = Messages.write(UPDATE);
        refused(() -> Messages.answer(new Body(body.type(), body.json(), none())), "no vector");
        SequencedMap<String, Tensor> more = new LinkedHashMap<>(body.tensors());
        more.put("more", Tensor.of(1));
        refused(() -> Messages.answer(new Body(body.type(), body.json(), more)), "vector more");
        SequencedMap<String, Tensor> other = none();
        other.put("delta", Tensor.of(1));
        refused(() -> Messages.answer(new Body(body.type(), body.json(), other)), "of F32");
    }

    private static SequencedMap<String, Tensor> none() {
        return new LinkedHashMap<>();
    }

    private static void altered(String json, String part, String by, String word) {
        String broken = json.replace(part, by);
        assertNotEquals(json, broken);
        refused(() -> Messages.answer(new Body("trainingEnded", broken, none())), word);
    }

    private static void refused(Executable reading, String part) {
        String sentence = String.valueOf(assertThrows(FrameException.class, reading).getMessage());
        assertTrue(sentence.contains(part), sentence);
    }
}
