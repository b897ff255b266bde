package federarium.transport.wire;

import federarium.transport.frame.Tensor;
import java.util.SequencedMap;

/**
 * A message as it travels inside its envelope.
 *
 * @param type which message it is
 * @param json its fields
 * @param tensors its vectors, by the names that the fields have for them
 */
public record Body(String type, String json, SequencedMap<String, Tensor> tensors) {}
