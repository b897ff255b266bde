package federarium.host.command;

import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scenarios of a sweep: every combination of the varied values, each with every seed. */
final class Variations {
    /** One run to come: the varied values by key, and the scenario they make. */
    record Variation(Map<String, String> values, Scenario scenario) {}

    private Variations() {}

    /**
     * All combinations, the last key varying fastest, then the seeds.
     *
     * @param changes what holds for all of them; need fit together only with the varied values
     * @param vary as typed, KEY=V1,V2,…
     * @throws BadInputException if a key or value does not fit, before anything runs
     */
    static List<Variation> of(
            Scenario base, Map<String, String> changes, List<String> vary, int seeds) {
        List<Variation> variations = new ArrayList<>();
        for (Map<String, String> combination : combinations(vary)) {
            Map<String, String> all = new LinkedHashMap<>(changes);
            all.putAll(combination);
            Scenario scenario = base.with(all);
            for (int i = 0; i < seeds; i++) {
                String seed = String.valueOf(scenario.seed() + i);
                variations.add(new Variation(combination, scenario.with("seed", seed)));
            }
        }
        return variations;
    }

    private static List<Map<String, String>> combinations(List<String> vary) {
        List<Map<String, String>> combinations = List.of(Map.of());
        for (String each : vary) {
            int equals = each.indexOf('=');
            if (equals < 1) {
                throw new BadInputException("--vary: " + each + ": allowed: KEY=V1,V2,…");
            }
            String key = each.substring(0, equals);
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> combination : combinations) {
                for (String value : split(each.substring(equals + 1))) {
                    Map<String, String> next = new LinkedHashMap<>(combination);
                    next.put(key, value);
                    longer.add(next);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    /** Splits at commas outside of brackets: [200,200],[32] are two values. */
    static List<String> split(String values) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= values.length(); i++) {
            char c = i < values.length() ? values.charAt(i) : ',';
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (i == values.length() || (c == ',' && depth == 0)) {
                parts.add(values.substring(start, i).strip());
                start = i + 1;
            }
        }
        return parts;
    }
}
