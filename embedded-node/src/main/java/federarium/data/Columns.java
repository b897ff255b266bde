package federarium.data;

import federarium.scenario.Scenario;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a CSV file are for.
 *
 * @param client says whose row it is, or null
 * @param split divides train from test, or null
 * @param features the columns to learn from; empty for all that have no other use
 * @param categorical those that become one indicator for each of their values
 * @param dropGaps whether a row with a gap is left out; otherwise a feature's gap stays, as NaN
 */
record Columns(
        String label,
        @Nullable String client,
        Scenario.@Nullable Split split,
        List<String> features,
        List<String> categorical,
        List<String> ignore,
        boolean dropGaps) {

    /** The columns of a file of which only its label is known. */
    static Columns of(String label) {
        return new Columns(label, null, null, List.of(), List.of(), List.of(), true);
    }

    Columns withClient(String column) {
        return new Columns(label, column, split, features, categorical, ignore, dropGaps);
    }

    Columns withTestFrom(String column, double testFrom) {
        return new Columns(
                label,
                client,
                new Scenario.Split(column, testFrom),
                features,
                categorical,
                ignore,
                dropGaps);
    }

    Columns ignoring(String... columns) {
        return new Columns(label, client, split, features, categorical, List.of(columns), dropGaps);
    }

    /**
     * These columns where the scenario says nothing, and what it spells out where it does. What it
     * ignores, it ignores as well: a column that is left out here only comes back by its name.
     */
    Columns overriddenBy(Scenario.DataSpec spec) {
        Stream<String> stillIgnored =
                ignore.stream()
                        .filter(column -> !column.equals(spec.label()))
                        .filter(column -> !spec.categorical().contains(column));
        List<String> allIgnored =
                Stream.concat(stillIgnored, spec.ignore().stream()).distinct().toList();
        return new Columns(
                spec.label() != null ? spec.label() : label,
                spec.client() != null ? spec.client() : client,
                spec.split() != null ? spec.split() : split,
                spec.features().isEmpty() ? features : spec.features(),
                spec.categorical().isEmpty() ? categorical : spec.categorical(),
                spec.features().isEmpty() ? allIgnored : spec.ignore(),
                spec.missing().equals("drop"));
    }
}
