package federarium.transport.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import federarium.privacy.quantisation.RingVector;
import federarium.privacy.secagg.Octets;
import federarium.transport.frame.FrameException;
import federarium.transport.frame.Tensor;
import federarium.update.Weights;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Function;

/**
 * Puts a record's vectors beside its JSON, which keeps their names, and writes octets and large
 * numbers in hexadecimal.
 */
final class Vectors {
    /** Under which the vectors of the message in hand are found. */
    static final String BESIDE = "tensors";

    private Vectors() {}

    static SimpleModule module() {
        return new SimpleModule("vectors")
                .addSerializer(
                        Weights.class,
                        beside(weights -> Tensor.owning(Tensor.Type.F32, weights.toBytes())))
                .addDeserializer(
                        Weights.class,
                        taken(Tensor.Type.F32, tensor -> Weights.fromBytes(tensor.toBytes())))
                .addSerializer(RingVector.class, beside(vector -> Tensor.of(vector.toArray())))
                .addDeserializer(
                        RingVector.class,
                        taken(Tensor.Type.U32, tensor -> RingVector.owning(tensor.toInts())))
                .addSerializer(Octets.class, text(Octets::toString))
                .addDeserializer(Octets.class, parsed(Hex::octets))
                .addSerializer(BigInteger.class, text(number -> number.toString(16)))
                .addDeserializer(BigInteger.class, parsed(Hex::number));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Tensor> vectors(Object attribute) {
        return (Map<String, Tensor>) attribute;
    }

    private static <T> JsonSerializer<T> beside(Function<T, Tensor> tensor) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider)
                    throws IOException {
                String name = json.getOutputContext().getCurrentName();
                Object before =
                        vectors(provider.getAttribute(BESIDE)).put(name, tensor.apply(value));
                if (before != null) {
                    throw new IllegalStateException("two vectors are called " + name);
                }
                json.writeString(name);
            }
        };
    }

    private static <T> JsonDeserializer<T> taken(Tensor.Type type, Function<Tensor, T> value) {
        return new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context)
                    throws IOException {
                String name = context.readValue(json, String.class);
                Tensor tensor = vectors(context.getAttribute(BESIDE)).remove(name);
                if (tensor == null || tensor.type() != type) {
                    throw new FrameException(
                            "no vector %s of %s is in the message"
                                    .formatted(Envelope.shown(name), type));
                }
                return value.apply(tensor);
            }
        };
    }

    private static <T> JsonSerializer<T> text(Function<T, String> text) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider)
                    throws IOException {
                json.writeString(text.apply(value));
            }
        };
    }

    private static <T> JsonDeserializer<T> parsed(Function<String, T> value) {
        return new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context)
                    throws IOException {
                return value.apply(context.readValue(json, String.class));
            }
        };
    }
}
