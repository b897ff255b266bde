package federarium.persistence;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelSent;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.RecordedEvent;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Events for tests: one of every type there is, and the events of a small round. */
final class SampleEvents {
    private int count;

    private SampleEvents() {}

    /** Every event type, each component filled with a value of its own. */
    static Stream<FederationEvent> ofEveryType() {
        SampleEvents samples = new SampleEvents();
        return FederationEvent.types().map(type -> (FederationEvent) samples.fill(type));
    }

    /** A round with one packet for each of {@code nodes}, numbered from {@code firstSeq}. */
    static List<RecordedEvent> round(int round, int nodes, long firstSeq) {
        List<RecordedEvent> events = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            events.add(recorded(firstSeq + node, new ModelSent(round, "c" + node, 9640)));
        }
        events.add(recorded(firstSeq + nodes, new RoundClosed(round, 9640L * nodes, 9640L)));
        return events;
    }

    static RecordedEvent recorded(long seq, FederationEvent event) {
        return new RecordedEvent(seq, Instant.EPOCH.plusMillis(seq), event);
    }

    private Object fill(Type type) {
        count++;
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Object last = fill(arguments[arguments.length - 1]);
            return generic.getRawType() == Map.class ? Map.of("k" + count, last) : List.of(last);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == int.class || raw == Integer.class) {
            return count;
        } else if (raw == long.class || raw == Long.class) {
            return Long.MAX_VALUE - count;
        } else if (raw == double.class || raw == Double.class) {
            return Math.PI * count;
        } else if (raw == boolean.class || raw == Boolean.class) {
            return count % 2 == 0;
        } else if (raw == String.class) {
            return "s" + count + " \"\\\n\u2028 ü 😀";
        } else if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        return fillRecord(raw);
    }

    private Object fillRecord(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new AssertionError("no sample for " + type);
        }
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = fill(components[i].getGenericType());
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName(), e);
        }
    }
}
