package federarium.desktop.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.PrivacyEvent.RoundRestarted;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameTest {

    @Test
    void aRoundThatIsToBeDoneAgainHasNotBegun() {
        Frame frame =
                Frame.EMPTY
                        .after(new ModelEvaluated(0, .5, .7, null, null, List.of()))
                        .after(new RoundClosed(0, 0, 0))
                        .after(new RoundStarted(1, List.of()));
        assertEquals(1, frame.round());

        assertEquals(0, frame.after(new RoundRestarted(1, "interrupted")).round());
    }
}
