package federarium.transport.wire;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import federarium.json.StrictJson;
import federarium.transport.frame.FrameException;
import java.util.List;

/** Control messages as JSON objects, their kind under {@code type}. */
public final class ControlJson {
    private static final JsonMapper JSON = mapper();

    private ControlJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = StrictJson.builder();
        for (Class<?> side : List.of(Control.FromHost.class, Control.FromNode.class)) {
            builder.addMixIn(side, Typed.class);
            for (Class<?> kind : side.getPermittedSubclasses()) {
                builder.registerSubtypes(new NamedType(kind, Messages.name(kind)));
            }
        }
        return builder.build();
    }

    public static String write(Control message) {
        try {
            return JSON.writerFor(
                            message instanceof Control.FromHost
                                    ? Control.FromHost.class
                                    : Control.FromNode.class)
                    .writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(message.getClass() + " can be written", e);
        }
    }

    /**
     * Reads what a node says.
     *
     * @throws FrameException if it is none of its messages
     */
    public static Control.FromNode fromNode(String text) {
        return read(text, Control.FromNode.class);
    }

    /**
     * Reads what the coordinator says.
     *
     * @throws FrameException if it is none of its messages
     */
    public static Control.FromHost fromHost(String text) {
        return read(text, Control.FromHost.class);
    }

    private static <T> T read(String text, Class<T> side) {
        try {
            return JSON.readValue(text, side);
        } catch (JsonProcessingException e) {
            throw new FrameException("no control message: " + Messages.firstSentence(e), e);
        }
    }
}
