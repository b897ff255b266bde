package federarium.desktop.view.lab;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What a choice is called. */
final class Named<T> extends StringConverter<T> {
    private final Function<T, String> name;

    Named(Function<T, String> name) {
        this.name = name;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : name.apply(value);
    }

    @Override
    public @Nullable T fromString(String text) {
        return null;
    }
}
