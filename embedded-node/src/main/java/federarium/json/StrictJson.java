package federarium.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Records as JSON objects of their components, and nothing else: a component that is missing, null
 * where it may not be, unknown, there twice, or of another kind is refused when read.
 *
 * <p>A double is the shortest decimal that names it; the three that JSON has no number for are the
 * strings {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}.
 */
public final class StrictJson {
    private StrictJson() {}

    /** A mapper to be made more of. */
    public static JsonMapper.Builder builder() {
        return JsonMapper.builder()
                .annotationIntrospector(new NullnessIntrospector())
                .visibility(PropertyAccessor.GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }
}
