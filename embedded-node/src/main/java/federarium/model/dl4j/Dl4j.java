package federarium.model.dl4j;

import federarium.scenario.BadInputException;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Deeplearning4j's native library, loaded once and only when a model needs it.
 *
 * <p>Loading takes up to seconds, and unpacks 350 MB into {@code ~/.javacpp} the first time.
 */
public final class Dl4j {
    private Dl4j() {}

    /** Begins to load in the background; what fails is told to whoever calls {@link #load}. */
    public static void preload() {
        Thread.ofPlatform().daemon().name("dl4j-preload").start(() -> Library.problem());
    }

    /**
     * Waits until the library is loaded.
     *
     * @throws BadInputException if it can't be, with the reason and a way on
     */
    public static void load() {
        String problem = Library.problem();
        if (problem != null) {
            throw BadInputException.of(
                    "compute",
                    "Deeplearning4j can't load its native library (%s); allowed: vector, with a dense or logistic model"
                            .formatted(problem));
        }
    }

    /**
     * Gives the calling thread's native operations one thread, as OMP_NUM_THREADS=1 would: OpenMP
     * remembers that per caller, and two threads would sum in another order, and slower.
     */
    static void useOneThread() {
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
    }

    /** Its initialisation is the loading: the JVM does it once, and lets the others wait. */
    private static final class Library {
        private static final @Nullable String PROBLEM = load();

        static @Nullable String problem() {
            return PROBLEM;
        }

        private static @Nullable String load() {
            try {
                letTheHeapBoundNativeMemory();
                Nd4j.getEnvironment().setMaxMasterThreads(1);
                Nd4j.factory().blas().setMaxThreads(1);
                useOneThread();
                return null;
            } catch (LinkageError | RuntimeException e) {
                return innermost(e);
            }
        }

        /** JavaCPP otherwise asks the system for the process's size at every allocation. */
        private static void letTheHeapBoundNativeMemory() {
            String limit = "org.bytedeco.javacpp.maxPhysicalBytes";
            if (System.getProperty(limit) == null) {
                System.setProperty(limit, "0");
            }
        }

        private static String innermost(Throwable thrown) {
            Throwable cause = thrown;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            String message = cause.getMessage();
            return message == null
                    ? cause.getClass().getSimpleName()
                    : message.lines().findFirst().orElse("");
        }
    }
}
