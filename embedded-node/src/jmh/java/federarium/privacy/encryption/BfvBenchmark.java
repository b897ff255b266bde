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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One vector under BFV, on one thread, from bytes to bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class BfvBenchmark {
    private static final int ADDED = 10;

    @Param({"10000", "200000"})
    public int size;

    private final SecureRandom secure = new SecureRandom();
    private final BfvSharedKey key = BfvSharedKey.generate(secure);
    private final BfvPublicKey publicKey = key.publicKey(secure);
    private int[] values = {};
    private byte[] fresh = {};
    private byte[] sum = {};

    @Setup
    public void draw() {
        values = new Random(1).ints(size).toArray();
        fresh = key.encrypt(values, secure);
        sum = added();
    }

    @Benchmark
    public byte[] encrypt() {
        return key.encrypt(values, secure);
    }

    @Benchmark
    public byte[] encryptPublicly() {
        return publicKey.encrypt(values, secure);
    }

    /** What each further client costs the coordinator, its bytes read and checked. */
    @Benchmark
    @OperationsPerInvocation(ADDED)
    public byte[] added() {
        BfvSum adding = new BfvSum();
        for (int client = 0; client < ADDED; client++) {
            adding.add(fresh);
        }
        return adding.toBytes();
    }

    @Benchmark
    public int[] decrypt() {
        return key.decrypt(sum);
    }
}
