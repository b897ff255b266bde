package federarium.attack;

import federarium.update.Weights;
import java.util.List;

/**
 * What hostile nodes make together of the updates that they would have sent had they been honest;
 * from these they guess what the others send.
 *
 * <p>ALIE sends μ − zσ, the mean and the sample standard deviation of each parameter: z deviations
 * off, so few that enough honest nodes are farther. With m hostile of n nodes, s = ⌊n/2 + 1⌋ − m
 * more make a majority, and z = Φ⁻¹((n − m − s) ÷ (n − m)), at least 0. Baruch, Baruch, Goldberg,
 * "A little is enough", NeurIPS 2019.
 *
 * <p>IPM sends −ε μ. Xie, Koyejo, Gupta, "Fall of empires", UAI 2019.
 */
public final class Collusion {
    private Collusion() {}

    /** The z that a majority still hides; 0 where the hostile are too few or a majority. */
    public static double z(int nodes, int hostile) {
        int more = nodes / 2 + 1 - hostile;
        double share = (double) (nodes - hostile - more) / (nodes - hostile);
        return hostile >= nodes || share >= 1 ? 0 : Math.max(0, Quantile.of(share));
    }

    /** μ − zσ; σ is 0 where there is a single update. */
    public static Weights littleIsEnough(List<Weights> honest, double z) {
        float[] sent = new float[honest.getFirst().size()];
        for (int i = 0; i < sent.length; i++) {
            double mean = mean(honest, i);
            double square = 0;
            for (Weights each : honest) {
                square += (each.get(i) - mean) * (each.get(i) - mean);
            }
            double deviation = StrictMath.sqrt(square / Math.max(1, honest.size() - 1));
            sent[i] = (float) (mean - z * deviation);
        }
        return Weights.owning(sent);
    }

    /** −μ. */
    public static Weights opposite(List<Weights> honest) {
        float[] sent = new float[honest.getFirst().size()];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = (float) -mean(honest, i);
        }
        return Weights.owning(sent);
    }

    private static double mean(List<Weights> honest, int parameter) {
        double sum = 0;
        for (Weights each : honest) {
            sum += each.get(parameter);
        }
        return sum / honest.size();
    }
}
