package federarium.persistence;

import federarium.update.Weights;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Parameters kept by the SHA-256 of their bytes, each content once. */
sealed interface Blobs permits FileBlobs, Blobs.InMemory {

    /** Keeps the parameters durably and returns their hash. */
    String put(Weights weights);

    /**
     * The parameters of that hash.
     *
     * @throws StorageException if they are missing or no longer have that hash
     */
    Weights get(String sha256);

    /** Forgets them; the caller knows that nobody refers to them. */
    void delete(String sha256);

    /** Blobs that end with the process. */
    final class InMemory implements Blobs {
        private final Map<String, Weights> kept = new ConcurrentHashMap<>();

        @Override
        public String put(Weights weights) {
            String sha256 = weights.sha256();
            kept.putIfAbsent(sha256, weights);
            return sha256;
        }

        @Override
        public Weights get(String sha256) {
            Weights weights = kept.get(sha256);
            if (weights == null) {
                throw new StorageException("no parameters with the hash " + sha256 + " in memory");
            }
            return weights;
        }

        @Override
        public void delete(String sha256) {
            kept.remove(sha256);
        }
    }
}
