package federarium.privacy.encryption;

import java.security.SecureRandom;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The 2,410 parameters of 64→32→10 under Paillier with 3072 bit, on one thread, bytes to bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class PaillierBenchmark {
    private static final int ADDED = 10;

    private final SecureRandom secure = new SecureRandom();
    private final PaillierSharedKey key =
            PaillierSharedKey.generate(Paillier.KEY_BITS, 256, secure);
    private final int[] values = new Random(1).ints(2410).toArray();
    private final byte[] fresh = key.encrypt(values, secure);

    @Benchmark
    public byte[] encrypt() {
        return key.encrypt(values, secure);
    }

    /** What each further client costs the coordinator, its bytes read and checked. */
    @Benchmark
    @OperationsPerInvocation(ADDED)
    public byte[] added() {
        PaillierSum adding = new PaillierSum(key.publicKey());
        for (int client = 0; client < ADDED; client++) {
            adding.add(fresh);
        }
        return adding.toBytes();
    }

    @Benchmark
    public int[] decrypt() {
        return key.decrypt(fresh);
    }
}
