package federarium.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FederationEventTest {
    /** Numbers, ids, hashes and names: all that an event may be made of. */
    private static final Set<Type> PLAIN =
            Set.of(
                    int.class,
                    long.class,
                    double.class,
                    Integer.class,
                    Long.class,
                    Double.class,
                    String.class);

    static Stream<Class<?>> events() {
        return FederationEvent.types();
    }

    @ParameterizedTest
    @MethodSource("events")
    void holdsNumbersAndTextsButNoWeightsAndNoWallTime(Class<?> event) {
        for (RecordComponent component : components(event)) {
            assertPlain(component.getGenericType(), event.getSimpleName() + component);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void beginsWithItsRound(Class<?> event) {
        assertEquals("round", components(event).getFirst().getName());
    }

    /** A record of plain values may stand in for several of them, such as Share. */
    private static void assertPlain(Type type, String where) {
        switch (type) {
            case ParameterizedType list -> {
                assertEquals(List.class, list.getRawType(), where);
                assertPlain(list.getActualTypeArguments()[0], where);
            }
            case Class<?> part when part.isRecord() ->
                    components(part)
                            .forEach(each -> assertPlain(each.getGenericType(), where + each));
            default -> assertTrue(PLAIN.contains(type), where + " is a " + type.getTypeName());
        }
    }

    private static List<RecordComponent> components(Class<?> type) {
        return List.of(Objects.requireNonNull(type.getRecordComponents(), "not a record"));
    }
}
