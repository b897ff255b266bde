package federarium.model.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductTest {
    /** Small integers, so that every sum is exact and any tile that is off by one shows. */
    @ParameterizedTest(name = "{0} rows, {1} terms, {2} columns")
    @CsvSource({
        "1, 1, 1",
        "2, 3, 16",
        "5, 7, 17",
        "6, 128, 31",
        "10, 129, 48",
        "11, 5, 65",
        "23, 300, 200",
    })
    void addsTheScaledProductToWhatWasThere(int rows, int inner, int columns) {
        Matrix a = filled(rows, inner, 3);
        Matrix b = filled(inner, columns, 5);
        Matrix c = filled(rows, columns, 7);
        Product.add(2f, a.strided(), b.rows(), c.rows(), rows, inner, c.stride());

        Matrix before = filled(rows, columns, 7);
        for (int m = 0; m < rows; m++) {
            for (int n = 0; n < columns; n++) {
                float sum = 0;
                for (int k = 0; k < inner; k++) {
                    sum += at(a, m, k) * at(b, k, n);
                }
                assertEquals(at(before, m, n) + 2 * sum, at(c, m, n), m + ", " + n);
            }
        }
    }

    @ParameterizedTest(name = "{0} rows, {1} columns")
    @CsvSource({"1, 1", "3, 20", "20, 3"})
    void transposesRowsIntoColumns(int rows, int columns) {
        Matrix matrix = filled(rows, columns, 5);
        Matrix transposed = new Matrix(1, 1);
        matrix.transposeInto(transposed, rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                assertEquals(at(matrix, row, column), at(transposed, column, row));
            }
        }
    }

    private static Matrix filled(int rows, int columns, int modulus) {
        Matrix matrix = new Matrix(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                matrix.values()[matrix.offset(row) + column] =
                        (row * 31 + column * 17) % modulus - modulus / 2;
            }
        }
        return matrix;
    }

    private static float at(Matrix matrix, int row, int column) {
        return matrix.values()[matrix.offset(row) + column];
    }
}
