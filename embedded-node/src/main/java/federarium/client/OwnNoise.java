package federarium.client;

import federarium.privacy.noise.Clipping;
import federarium.privacy.noise.Noise;
import federarium.update.ClientUpdate;

/**
 * Local differential privacy: a node sends Δ · min(1, C ÷ ‖Δ‖) + N(0, σ²C²). One client's update
 * may be replaced by any other, which moves what is sent by 2C at most.
 *
 * @param clipNorm C
 * @param noiseMultiplier σ
 */
public record OwnNoise(double clipNorm, double noiseMultiplier, Noise noise) {

    /** The update as it leaves the node; one that is not finite stays so, to be refused. */
    public ClientUpdate protect(ClientUpdate update) {
        return update.delta().isFinite()
                ? update.of(
                        noise.addTo(
                                new Clipping(clipNorm).clip(update.delta()),
                                noiseMultiplier,
                                clipNorm))
                : update;
    }
}
