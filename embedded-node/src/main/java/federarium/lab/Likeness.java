package federarium.lab;

/**
 * How much a rebuilt row is like the original.
 *
 * @param cosine of both once the mean of rows that are no secret is taken from each: 1 for the
 *     original, about 0 for one that tells no more than that mean
 * @param error the largest difference of a value
 * @param rmse root of the mean squared difference
 */
public record Likeness(double cosine, double error, double rmse) {

    /** Compares, without moving any value into a range first. */
    public static Likeness of(double[] rebuilt, double[] original, double[] mean) {
        double largest = 0;
        double squares = 0;
        double[] a = new double[mean.length];
        double[] b = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            double difference = rebuilt[i] - original[i];
            largest = Math.max(largest, Math.abs(difference));
            squares += difference * difference;
            a[i] = rebuilt[i] - mean[i];
            b[i] = original[i] - mean[i];
        }
        return new Likeness(cosine(a, b), largest, StrictMath.sqrt(squares / mean.length));
    }

    /** ⟨a, b⟩ ÷ (‖a‖ ‖b‖); 0 where one of them is nothing. */
    static double cosine(double[] a, double[] b) {
        double product = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
            first += a[i] * a[i];
            second += b[i] * b[i];
        }
        return first == 0 || second == 0 ? 0 : product / StrictMath.sqrt(first * second);
    }
}
