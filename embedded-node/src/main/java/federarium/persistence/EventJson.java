package federarium.persistence;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import federarium.event.FederationEvent;
import federarium.event.RecordedEvent;
import federarium.json.StrictJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An event as one line of JSON: its number, time, round and type, then the record's other
 * components in their order.
 *
 * <p>What is written reads back equal: a double is the shortest decimal that names it, and the
 * three that JSON has no number for are the strings {@code "NaN"}, {@code "Infinity"} and {@code
 * "-Infinity"}. Absent values are {@code null}. A component that a later version adds must be
 * {@code @Nullable}: then a line without it still reads.
 */
public final class EventJson {
    private static final JsonMapper MAPPER =
            StrictJson.builder()
                    .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                    .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                    .build();

    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .appendLiteral('T')
                    .appendPattern("HH:mm:ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 6, 9, true)
                    .appendLiteral('Z')
                    .toFormatter(java.util.Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final Map<String, Shape> SHAPES =
            FederationEvent.types()
                    .map(Shape::of)
                    .collect(Collectors.toUnmodifiableMap(Shape::name, Function.identity()));

    private EventJson() {}

    /** The event as one line, without a line end. */
    public static String write(RecordedEvent recorded) {
        StringWriter line = new StringWriter(256);
        FederationEvent event = recorded.event();
        Shape shape = SHAPES.get(event.getClass().getSimpleName());
        if (shape == null) {
            throw new IllegalArgumentException(event.getClass() + " is no event");
        }
        try (JsonGenerator json = MAPPER.createGenerator(line)) {
            json.writeStartObject();
            json.writeNumberField("seq", recorded.seq());
            json.writeStringField("at", TIME.format(recorded.at()));
            json.writeNumberField("round", event.round());
            json.writeStringField("type", shape.name());
            for (Component component : shape.components()) {
                json.writeFieldName(component.name());
                component.writer().writeValue(json, component.of(event));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws StorageException if the line is no event of this version, with a sentence that names
     *     what is wrong
     */
    public static RecordedEvent read(String line) {
        try {
            if (!(MAPPER.readTree(line) instanceof ObjectNode fields)) {
                throw broken(line, "no JSON object");
            }
            long seq = take(fields, "seq", line).asLong();
            Instant at = Instant.parse(take(fields, "at", line).asText());
            String type = take(fields, "type", line).asText();
            Shape shape = SHAPES.get(type);
            if (shape == null) {
                throw broken(line, "unknown type " + type);
            }
            return new RecordedEvent(seq, at, shape.reader().readValue(fields));
        } catch (JsonProcessingException e) {
            throw broken(line, e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DateTimeException e) {
            throw broken(line, "at is no time");
        }
    }

    private static JsonNode take(ObjectNode fields, String key, String line) {
        JsonNode value = fields.remove(key);
        if (value == null) {
            throw broken(line, key + " is missing");
        }
        boolean wellTyped =
                key.equals("seq")
                        ? value.isIntegralNumber() && value.canConvertToLong()
                        : value.isTextual();
        if (!wellTyped) {
            throw broken(line, key + " cannot be " + value);
        }
        return value;
    }

    private static StorageException broken(String line, String cause) {
        String start = line.length() <= 80 ? line : line.substring(0, 80) + "…";
        return new StorageException(
                ("not an event of this version: " + cause + ", in " + start)
                        .replaceAll("\\s*\\R\\s*", " "));
    }

    /** One record type: how each of its components is written, and how the whole is read. */
    private record Shape(String name, List<Component> components, ObjectReader reader) {
        static Shape of(Class<?> type) {
            List<Component> components = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                if (!component.getName().equals("round")) {
                    components.add(Component.of(component));
                }
            }
            return new Shape(type.getSimpleName(), components, MAPPER.readerFor(type));
        }
    }

    private record Component(String name, Method accessor, ObjectWriter writer) {
        static Component of(RecordComponent component) {
            return new Component(
                    component.getName(),
                    component.getAccessor(),
                    MAPPER.writerFor(MAPPER.constructType(component.getGenericType())));
        }

        @SuppressWarnings("NullAway") // a null component is written as null
        Object of(FederationEvent event) {
            try {
                return accessor.invoke(event);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("a record's accessors are public and plain", e);
            }
        }
    }
}
