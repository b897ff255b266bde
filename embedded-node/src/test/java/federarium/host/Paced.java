package federarium.host;

import federarium.event.FederationCommand.AdvanceRound;
import federarium.event.FederationCommand.ChangeSetting;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.RecordedEvent;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Drives a watched federation round by round. */
final class Paced {
    private Paced() {}

    static void advance(Federation federation, int rounds) {
        for (int i = 0; i < rounds; i++) {
            int next = closed(federation) + 1;
            federation.submit(new AdvanceRound());
            await(federation, next);
        }
    }

    static void change(Federation federation, String key, String value) {
        federation.submit(new ChangeSetting(key, value));
    }

    private static int closed(Federation federation) {
        int[] last = {0};
        CountDownLatch told = new CountDownLatch(1);
        federation.watch(event -> {
            if (event.event() instanceof RoundClosed closed) {
                last[0] = closed.round();
                told.countDown();
            }
        });
        await(told);
        return last[0];
    }

    private static void await(Federation federation, int round) {
        CountDownLatch reached = new CountDownLatch(1);
        federation.watch(event -> countDown(event, round, reached));
        await(reached);
    }

    private static void countDown(RecordedEvent event, int round, CountDownLatch reached) {
        if (event.event() instanceof RoundClosed closed && closed.round() == round) {
            reached.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the federation stands still");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
