package federarium.lab;

/** A nonlinearity with its first and second derivative, in double precision. */
enum Slope {
    /** max(0, z), whose derivatives at 0 are taken as 0. */
    RELU {
        @Override
        double value(double z) {
            return Math.max(0, z);
        }

        @Override
        double first(double z) {
            return z > 0 ? 1 : 0;
        }

        @Override
        double second(double z) {
            return 0;
        }
    },

    TANH {
        @Override
        double value(double z) {
            return StrictMath.tanh(z);
        }

        @Override
        double first(double z) {
            double t = StrictMath.tanh(z);
            return 1 - t * t;
        }

        @Override
        double second(double z) {
            double t = StrictMath.tanh(z);
            return -2 * t * (1 - t * t);
        }
    };

    static Slope of(String activation) {
        return activation.equals("relu") ? RELU : TANH;
    }

    abstract double value(double z);

    abstract double first(double z);

    abstract double second(double z);
}
