package federarium.model.vector;

import federarium.model.Batch;

/** The mean loss as the textbook has it: double precision, one number at a time. */
record ReferenceNetwork(int[] widths, Activation activation) {

    double loss(double[] parameters, Batch batch) {
        double loss = 0;
        for (int row = 0; row < batch.size(); row++) {
            loss += loss(parameters, batch, row);
        }
        return loss / batch.size();
    }

    private double loss(double[] parameters, Batch batch, int row) {
        double[] a = new double[widths[0]];
        for (int i = 0; i < a.length; i++) {
            a[i] = batch.features()[row * a.length + i];
        }
        int at = 0;
        for (int l = 1; l < widths.length; l++) {
            double[] z = layer(parameters, at, a, widths[l]);
            at += (widths[l - 1] + 1) * widths[l];
            a = l < widths.length - 1 ? activate(z) : z;
        }
        double sum = 0;
        for (double z : a) {
            sum += Math.exp(z);
        }
        return Math.log(sum) - a[batch.labels()[row]];
    }

    private static double[] layer(double[] parameters, int at, double[] a, int outputs) {
        double[] z = new double[outputs];
        for (int j = 0; j < outputs; j++) {
            z[j] = parameters[at + a.length * outputs + j];
            for (int i = 0; i < a.length; i++) {
                z[j] += a[i] * parameters[at + i * outputs + j];
            }
        }
        return z;
    }

    private double[] activate(double[] z) {
        double[] a = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            a[i] = activation == Activation.RELU ? Math.max(0, z[i]) : Math.tanh(z[i]);
        }
        return a;
    }
}
