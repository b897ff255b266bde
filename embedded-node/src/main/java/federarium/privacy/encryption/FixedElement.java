package federarium.privacy.encryption;

/** An element of R_q by which many others are multiplied: a key's. */
final class FixedElement {
    private final Factors values;

    FixedElement(long[] coefficients) {
        long[] transformed = coefficients.clone();
        Ntt.forward(transformed, 0);
        this.values = new Factors(transformed);
    }

    /** This times each of the elements that stand in the array. */
    long[] times(long[] elements) {
        long[] products = elements.clone();
        for (int from = 0; from < products.length; from += Ring.DEGREE) {
            Ntt.forward(products, from);
            for (int i = 0; i < Ring.DEGREE; i++) {
                products[from + i] = values.times(products[from + i], i);
            }
            Ntt.inverse(products, from);
        }
        return products;
    }
}
