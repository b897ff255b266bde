package federarium.coordinator;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import federarium.privacy.quantisation.RingVector;
import federarium.privacy.secagg.Guarantee;
import federarium.privacy.secagg.RoundTerms;
import federarium.privacy.secagg.SecAggClient;
import federarium.privacy.secagg.SecAggMessage;
import federarium.privacy.secagg.SecAggServer;
import federarium.privacy.summing.SumEncoding;
import federarium.scenario.BadInputException;
import federarium.scenario.Concealment;
import federarium.scenario.Scenario;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SumTermsTest {
    @Test
    void takeAsManyNodesAsCannotWrap() {
        SumTerms.check(TinyRun.masked("clients", "1023"), 1023, 10);
    }

    @Test
    void refuseMoreNodesThanThat() {
        assertEquals(
                "clients: a sum of 1024 updates in whole numbers could pass 2^31 and wrap;"
                        + " allowed: up to 1023 in a round",
                refusal(TinyRun.masked("clients", "1024"), 1024));
    }

    /** Three quarters of 1,300 nodes are drawn. */
    @Test
    void countThoseOfARound() {
        SumTerms.check(TinyRun.masked("clients", "1300", "cohort.fraction", "0.75"), 1300, 10);
    }

    /** Any number of them may be drawn. */
    @Test
    void countEverybodyWhereACoinDecides() {
        assertEquals(
                "clients: a sum of 1300 updates in whole numbers could pass 2^31 and wrap;"
                        + " allowed: up to 1023 in a round",
                refusal(
                        TinyRun.masked(
                                "clients",
                                "1300",
                                "cohort.fraction",
                                "0.5",
                                "cohort.sampling",
                                "poisson"),
                        1300));
    }

    /** 100 · 2²¹ + 12 · 70 · 2²¹ · √(100 ÷ 80) is more than 2³¹, and with σ = 60 it is less. */
    @Test
    void refuseNoiseThatCouldMakeASumWrap() {
        SumTerms.check(distributed("60", "clients", "100"), 100, 10);

        assertEquals(
                "privacy.noiseMultiplier: a sum of 100 updates in whole numbers, and their noise,"
                        + " could pass 2^31 and wrap; allowed: up to 1023 in a round, or less"
                        + " noise",
                refusal(distributed("70", "clients", "100"), 100));
    }

    /** A share's variance is drawn up to 2⁴⁸, which is σ = 8 √f, here with f = 6 of eight. */
    @Test
    void refuseNoiseWhoseSharesCannotBeDrawn() {
        SumTerms.check(distributed("19.5"), 8, 10);

        assertEquals(
                "privacy.noiseMultiplier: 6 nodes cannot draw shares of so much noise; allowed:"
                        + " up to 19.59, or more nodes in a round",
                refusal(distributed("19.6"), 8));
    }

    /** √3 levels in all of Δ: a variance of 1 for each of f = 3, too few levels for a Gaussian. */
    @Test
    void refuseNoiseThatIsNoGaussianInWholeNumbers() {
        Scenario little =
                distributed(
                        Double.toString(Math.nextDown(Math.sqrt(3)) / (1 << 21)),
                        "cohort.fraction",
                        "0.5");

        assertEquals(
                "privacy.noiseMultiplier: shares of so little noise, in whole numbers, do not add"
                        + " up to a Gaussian; allowed: 0, or from 1e-05",
                refusal(little, 8));
        SumTerms.check(distributed("1e-05"), 8, 10);
        SumTerms.check(distributed("0"), 8, 10);
    }

    @Test
    void makeRoomForTheNoiseOfANodesOwn() {
        TinyRun run =
                new TinyRun(
                        TinyRun.masked(
                                "privacy.mechanism",
                                "local",
                                "privacy.clipNorm",
                                "5",
                                "privacy.noiseMultiplier",
                                "2"),
                        4);

        assertEquals(65, SumTerms.of(run.plan, run.state, 4).encoding().quantiser().range());
    }

    @ParameterizedTest
    @CsvSource({"MASKS, 3", "BFV, 2", "PAILLIER, 2"})
    void openNoSumOfFewer(Concealment concealment, int fewest) {
        assertEquals(fewest, SumTerms.fewest(concealment));
    }

    /** On complete graphs and on a sparse one, with nobody missing. */
    @ParameterizedTest
    @ValueSource(ints = {3, 8, 40})
    void knowBeforehandHowManyBytesTravel(int nodes) throws GeneralSecurityException {
        SumTerms terms =
                new SumTerms(Concealment.MASKS, nodes, SumEncoding.byExamples(10, 8, 8), 1);
        Round round = new Round(terms);
        round.untilMasked();

        assertEquals(terms.bytesUp(nodes), round.up);
        assertEquals(terms.bytesDown(), terms.invitationBytes() + round.down);
        assertEquals(54 + 4 * (2 + nodes), terms.invitationBytes());
    }

    /** A round in memory, and what the first node sends and is sent in it. */
    private static final class Round {
        private final Map<Integer, SecAggClient> nodes = new TreeMap<>();
        private final SecAggServer server;
        private long up;
        private long down;

        Round(SumTerms terms) throws GeneralSecurityException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            Map<Integer, KeyPair> pairs = new TreeMap<>();
            Map<Integer, PublicKey> signers = new HashMap<>();
            List<Integer> all = IntStream.range(0, terms.nodes()).boxed().toList();
            for (int client : all) {
                KeyPair pair = generator.generateKeyPair();
                pairs.put(client, pair);
                signers.put(client, pair.getPublic());
            }
            Guarantee guarantee = Guarantee.standard(terms.nodes());
            RoundTerms agreed =
                    new RoundTerms(
                            "run",
                            1,
                            terms.encoding().coordinates(),
                            terms.graph(all),
                            guarantee.threshold(),
                            guarantee.fewest(),
                            signers);
            pairs.forEach((client, pair) ->
                    nodes.put(
                            client,
                            new SecAggClient(
                                    agreed, client, pair.getPrivate(), new SecureRandom())));
            server = new SecAggServer(agreed);
        }

        void untilMasked() {
            answer(client -> node(client).advertise());
            var keys = server.closeAdvertising();
            down += of(keys, 0).bytes();
            answer(client -> node(client).share(of(keys, client)));
            var shares = server.closeSharing();
            down += of(shares, 0).bytes();
            answer(client -> node(client).mask(of(shares, client), RingVector.owning(new int[11])));
        }

        private static <V> V of(Map<Integer, V> byNode, int client) {
            return requireNonNull(byNode.get(client));
        }

        private SecAggClient node(int client) {
            return of(nodes, client);
        }

        private void answer(Function<Integer, SecAggMessage.Up> reply) {
            for (int client : nodes.keySet()) {
                SecAggMessage.Up message = reply.apply(client);
                up += client == 0 ? message.bytes() : 0;
                server.receive(message);
            }
        }
    }

    private static Scenario distributed(String multiplier, String... more) {
        Scenario scenario =
                TinyRun.masked(
                        "privacy.mechanism", "distributed", "privacy.noiseMultiplier", multiplier);
        return more.length == 0 ? scenario : scenario.with(more[0], more[1]);
    }

    private static String refusal(Scenario scenario, int clients) {
        BadInputException refused =
                assertThrows(
                        BadInputException.class, () -> SumTerms.check(scenario, clients, 2410));
        return String.valueOf(refused.getMessage());
    }
}
