package federarium.transport.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.transport.frame.FrameException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ControlJsonTest {
    static final List<Control.FromHost> HOST =
            List.of(
                    new Control.Challenge(1, "n"),
                    new Control.Waiting("acorn-pond"),
                    new Control.Refused("all seats are taken", true),
                    new Control.Welcome(
                            0,
                            "c01",
                            new LinkedHashMap<>(Map.of("model.hidden", List.of("32"))),
                            null),
                    new Control.Begin("k3", 1, List.of("key")),
                    new Control.News(3, 20, .5, null, 1.5),
                    new Control.Ended("completed", "ab", .9));
    static final List<Control.FromNode> NODE =
            List.of(
                    new Control.Hello(1, "k3x9", "t", "k", "Anna", "s"),
                    new Control.Ready(30, List.of(10, 20)),
                    new Control.Unable("the rows differ"),
                    new Control.Failed(7, "training failed"));

    @ParameterizedTest
    @FieldSource("HOST")
    void whatTheHostSaysReadsAsItWasWritten(Control.FromHost message) {
        assertEquals(message, ControlJson.fromHost(ControlJson.write(message)));
    }

    @ParameterizedTest
    @FieldSource("NODE")
    void whatANodeSaysReadsAsItWasWritten(Control.FromNode message) {
        assertEquals(message, ControlJson.fromNode(ControlJson.write(message)));
    }

    @Test
    void isPlainJson() {
        assertEquals(
                "{\"type\":\"failed\",\"seq\":7,\"reason\":\"no\"}",
                ControlJson.write(new Control.Failed(7, "no")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                        | no control",
                "{                                       | no control",
                "[]                                      | no control",
                "{'seq':7,'reason':'no'}                 | type",
                "{'type':'begin','run':'a','epoch':1,'roster':[]} | begin",
                "{'type':'failed','seq':7}               | reason",
                "{'type':'failed','seq':7,'reason':null} | reason",
                "{'type':'failed','seq':'7','reason':''} | long",
                "{'type':'failed','seq':7,'reason':'','x':1} | x",
                "{'type':'java.lang.Runtime'}            | type",
            })
    void whatIsNoneIsRefusedWithASentence(String text, String part) {
        String json = text == null ? "" : text.replace('\'', '"');
        String sentence =
                String.valueOf(
                        assertThrows(FrameException.class, () -> ControlJson.fromNode(json))
                                .getMessage());
        assertTrue(sentence.contains(part), sentence);
    }
}
