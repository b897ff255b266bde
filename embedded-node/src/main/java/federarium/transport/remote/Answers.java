package federarium.transport.remote;

import federarium.coordinator.CoordinatorCommand.Train;
import federarium.coordinator.CoordinatorCommand.TrainUnseen;
import federarium.coordinator.CoordinatorInput.TrainingEnded;
import federarium.privacy.secagg.SecAggMessage;
import federarium.privacy.secagg.SecAggMessage.AdvertisedKeys;
import federarium.privacy.secagg.SecAggMessage.DeliveredShares;
import federarium.privacy.secagg.SecAggMessage.MaskedInput;
import federarium.privacy.secagg.SecAggMessage.NeighbourKeys;
import federarium.privacy.secagg.SecAggMessage.NeighbourSignatures;
import federarium.privacy.secagg.SecAggMessage.SealedShares;
import federarium.privacy.secagg.SecAggMessage.SurvivorList;
import federarium.privacy.secagg.SecAggMessage.SurvivorSignature;
import federarium.privacy.secagg.SecAggMessage.UnmaskingShares;
import federarium.transport.Invitation;
import federarium.transport.frame.FrameException;
import federarium.update.ClientUpdate;
import federarium.update.Weights;

/**
 * Whether an answer from another machine is one to what was asked.
 *
 * @param client whose it has to be
 * @param examples how many rows the node said that it has
 */
record Answers(int client, int examples) {
    /** How many times as long as the model an update may be. */
    private static final double LONGEST = 1000;

    /**
     * @throws FrameException with a sentence if it is not
     */
    void require(Record question, Record answer) {
        switch (question) {
            case Train train -> update(train, cast(answer, ClientUpdate.class));
            case TrainUnseen asked -> {
                TrainingEnded ended = cast(answer, TrainingEnded.class);
                sender(asked.request().round(), ended.round(), ended.client());
            }
            case Invitation invitation -> summing(invitation.round(), answer, AdvertisedKeys.class);
            case NeighbourKeys keys -> summing(keys.round(), answer, SealedShares.class);
            case DeliveredShares shares -> summing(shares.round(), answer, MaskedInput.class);
            case SurvivorList list -> summing(list.round(), answer, SurvivorSignature.class);
            case NeighbourSignatures each -> summing(each.round(), answer, UnmaskingShares.class);
            default -> throw new IllegalArgumentException(question.getClass() + " asks nothing");
        }
    }

    private <T extends SecAggMessage.Up> void summing(int round, Record answer, Class<T> type) {
        T up = cast(answer, type);
        sender(round, up.round(), up.client());
    }

    private static <T> T cast(Record answer, Class<T> type) {
        if (!type.isInstance(answer)) {
            throw new FrameException(
                    "the answer is a %s; asked for was a %s"
                            .formatted(answer.getClass().getSimpleName(), type.getSimpleName()));
        }
        return type.cast(answer);
    }

    private void sender(int asked, int round, int from) {
        if (round != asked) {
            throw new FrameException(
                    "the answer is of round %d; asked was in round %d".formatted(round, asked));
        }
        if (from != client) {
            throw new FrameException("the answer speaks for another node");
        }
    }

    private void update(Train train, ClientUpdate update) {
        sender(train.round(), update.round(), update.client());
        shape("update", train.model().size(), update.delta());
        if (update.examples() != examples) {
            throw new FrameException(
                    "the update claims %d rows; the node joined with %d"
                            .formatted(update.examples(), examples));
        }
        int most = train.training().stepsOn(examples);
        if (update.steps() < 1 || update.steps() > most) {
            throw new FrameException(
                    "the update claims %d steps; allowed: 1 to %d".formatted(update.steps(), most));
        }
        long bytes = (long) update.delta().size() * Float.BYTES;
        if (update.deltaBytes() < 1 || update.deltaBytes() > bytes) {
            throw new FrameException(
                    "the update claims %d bytes; allowed: 1 to %d"
                            .formatted(update.deltaBytes(), bytes));
        }
        double longest = LONGEST * Math.max(1, train.model().norm());
        if (update.delta().isFinite() && update.delta().norm() > longest) {
            throw new FrameException(
                    "the update has norm %.3g; allowed: up to %.3g"
                            .formatted(update.delta().norm(), longest));
        }
        beside(train, update);
    }

    private static void beside(Train train, ClientUpdate update) {
        if ((update.lossBefore() != null) != train.asksLoss()) {
            throw new FrameException("the loss before training is there unasked, or missing");
        }
        Weights control = update.controlChange();
        if ((control != null) != (train.control() != null)) {
            throw new FrameException("a change of control is there unasked, or missing");
        }
        if (control != null) {
            shape("change of control", train.model().size(), control);
            if (!control.isFinite()) {
                throw new FrameException("the change of control is not finite");
            }
        }
    }

    private static void shape(String what, int size, Weights vector) {
        if (vector.size() != size) {
            throw new FrameException(
                    "the %s has %d values; the model has %d".formatted(what, vector.size(), size));
        }
    }
}
