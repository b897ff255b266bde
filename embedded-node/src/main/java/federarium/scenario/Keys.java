package federarium.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a document's keys, as written or by default, in the types that they are read as.
 */
record Keys(ScenarioDocument document) {

    @Nullable String given(String key) {
        Value value = document.value(key);
        return value == null ? null : value.text();
    }

    String text(String key) {
        String text = given(key);
        if (text == null) {
            throw new IllegalStateException(key + " has no default");
        }
        return text;
    }

    double real(String key) {
        return Double.parseDouble(text(key));
    }

    int whole(String key) {
        return Integer.parseInt(text(key));
    }

    List<String> texts(String key) {
        Value value = document.value(key);
        return value == null ? List.of() : value.items();
    }

    List<Integer> wholes(String key) {
        return texts(key).stream().map(Integer::valueOf).toList();
    }

    BadInputException problem(String key, String what, String allowed) {
        return new BadInputException(document.place(key) + ": " + what + "; allowed: " + allowed);
    }
}
