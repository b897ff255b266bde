package federarium.data;

/** Numbers as they stand in data files: 3, -0.5, 1e-3; not NaN, not Infinity, not Java's 3f. */
final class Numbers {
    private Numbers() {}

    /** The number, or NaN if the text is none that float32 can hold. */
    static double parse(String text) {
        if (text.isEmpty() || "0123456789.".indexOf(text.charAt(text.length() - 1)) < 0) {
            return Double.NaN;
        }
        try {
            double number = Double.parseDouble(text);
            return Float.isFinite((float) number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
