package federarium.transport.wire;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import federarium.coordinator.CoordinatorCommand.TellTaken;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.coordinator.CoordinatorCommand.TrainUnseen;
import federarium.coordinator.CoordinatorInput.TrainingEnded;
import federarium.json.StrictJson;
import federarium.privacy.secagg.SecAggMessage;
import federarium.scenario.CompressionSpec;
import federarium.scenario.PersonalSpec;
import federarium.scenario.Training;
import federarium.transport.Invitation;
import federarium.transport.frame.FrameException;
import federarium.transport.frame.Tensor;
import federarium.update.ClientUpdate;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Messages of a run as bodies: a record's components as JSON by their names, vectors beside it,
 * octets in hexadecimal. The type of a message is its record's name, that of a record of which
 * there are several kinds its component {@code kind}, both with a small first letter.
 */
public final class Messages {
    private static final Map<String, Class<?>> QUESTIONS =
            byName(
                    Stream.concat(
                            Stream.of(
                                    Train.class,
                                    TrainUnseen.class,
                                    TellTaken.class,
                                    Invitation.class),
                            Arrays.stream(SecAggMessage.Down.class.getPermittedSubclasses())));
    private static final Map<String, Class<?>> ANSWERS =
            byName(
                    Stream.concat(
                            Stream.of(ClientUpdate.class, TrainingEnded.class),
                            Arrays.stream(SecAggMessage.Up.class.getPermittedSubclasses())));
    private static final JsonMapper JSON = mapper();

    private Messages() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface OfSeveralKinds {}

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = StrictJson.builder().addModule(Vectors.module());
        for (Class<?> sealed :
                List.of(Training.Optimizer.class, PersonalSpec.class, CompressionSpec.class)) {
            builder.addMixIn(sealed, OfSeveralKinds.class);
            for (Class<?> kind : sealed.getPermittedSubclasses()) {
                builder.registerSubtypes(new NamedType(kind, name(kind)));
            }
        }
        return builder.build();
    }

    private static Map<String, Class<?>> byName(Stream<Class<?>> types) {
        return types.collect(Collectors.toUnmodifiableMap(Messages::name, Function.identity()));
    }

    static String name(Class<?> type) {
        String name = type.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** A message as a body. */
    public static Body write(Record message) {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        try {
            String json =
                    JSON.writer()
                            .withAttribute(Vectors.BESIDE, tensors)
                            .writeValueAsString(message);
            return new Body(name(message.getClass()), json, tensors);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(message.getClass() + " can be written", e);
        }
    }

    /**
     * What the coordinator asks or tells.
     *
     * @throws FrameException if it is none of its messages
     */
    public static Record question(Body body) {
        return read(QUESTIONS, body);
    }

    /**
     * What a node answers.
     *
     * @throws FrameException if it is none of its messages
     */
    public static Record answer(Body body) {
        return read(ANSWERS, body);
    }

    private static Record read(Map<String, Class<?>> types, Body body) {
        Class<?> type = types.get(body.type());
        if (type == null) {
            throw new FrameException(
                    "%s is no message that may come here".formatted(Envelope.shown(body.type())));
        }
        Map<String, Tensor> left = new LinkedHashMap<>(body.tensors());
        Record message;
        try {
            message =
                    JSON.readerFor(type).withAttribute(Vectors.BESIDE, left).readValue(body.json());
        } catch (FrameException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new FrameException("%s: %s".formatted(body.type(), firstSentence(e)), e);
        }
        if (!left.isEmpty()) {
            throw new FrameException(
                    "%s has a vector %s that nothing in it speaks of"
                            .formatted(
                                    body.type(), Envelope.shown(left.keySet().iterator().next())));
        }
        return message;
    }

    static String firstSentence(Exception e) {
        String text =
                e instanceof JsonProcessingException json
                        ? json.getOriginalMessage()
                        : String.valueOf(e.getMessage());
        return text.lines()
                .findFirst()
                .orElse("")
                .replaceAll(" \\((class|but could|through) .*", "");
    }
}
