package federarium.transport;

import federarium.privacy.noise.NoiseSource;
import federarium.privacy.quantisation.RingVector;
import federarium.privacy.secagg.SecAggClient;
import federarium.privacy.secagg.SecAggMessage.AdvertisedKeys;
import federarium.privacy.secagg.SecAggMessage.DeliveredShares;
import federarium.privacy.secagg.SecAggMessage.NeighbourKeys;
import federarium.privacy.secagg.SecAggMessage.NeighbourSignatures;
import federarium.privacy.secagg.SecAggMessage.SurvivorList;
import federarium.privacy.secagg.SecAggMessage.SurvivorSignature;
import federarium.privacy.summing.SumEncoding;
import federarium.update.ClientUpdate;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A node's side of secure aggregation, with keys and masks that are new in every round. */
public final class Masking implements Hiding {
    private final Directory directory;
    private final int client;
    private final PrivateKey signer;
    private final NoiseSource noise;
    private final SignedLists signed;
    private final SecureRandom random = new SecureRandom();

    private int joined;
    private @Nullable SecAggClient party;
    private @Nullable SumEncoding encoding;

    /**
     * One node's.
     *
     * @param noise what the node draws its share of a noise from, where it adds one
     * @param signed which lists it has signed, in an earlier life too
     */
    public Masking(
            Directory directory,
            int client,
            PrivateKey signer,
            NoiseSource noise,
            SignedLists signed) {
        this.directory = directory;
        this.client = client;
        this.signer = signer;
        this.noise = noise;
        this.signed = signed;
    }

    @Override
    public Object answer(Object message, @Nullable ClientUpdate kept) {
        return switch (message) {
            case Invitation invitation -> join(invitation, kept);
            case NeighbourKeys keys -> party().share(keys);
            case DeliveredShares shares -> party().mask(shares, vector(kept));
            case SurvivorList survivors -> sign(survivors);
            case NeighbourSignatures signatures -> party().unmask(signatures);
            default -> throw new IllegalArgumentException("no such message in secure aggregation");
        };
    }

    /**
     * Twice a round with other nodes, and the difference of the sums would be somebody's update.
     */
    private AdvertisedKeys join(Invitation invitation, @Nullable ClientUpdate kept) {
        int round = invitation.round();
        if (kept == null || kept.round() != round) {
            throw new IllegalStateException("it has not trained in round " + round);
        }
        if (round <= joined) {
            throw new IllegalStateException("it takes part in round %d once".formatted(round));
        }
        joined = round;
        encoding = invitation.terms().encoding();
        party = new SecAggClient(directory.terms(invitation), client, signer, random);
        return party.advertise();
    }

    private SurvivorSignature sign(SurvivorList survivors) {
        SurvivorSignature signature = party().sign(survivors);
        signed.sign(survivors.round(), survivors.survivors());
        return signature;
    }

    private RingVector vector(@Nullable ClientUpdate kept) {
        ClientUpdate update = Objects.requireNonNull(kept, "it has not trained");
        return Objects.requireNonNull(encoding)
                .encode(update.delta(), update.examples(), noise.bits(update.round(), client));
    }

    private SecAggClient party() {
        return Objects.requireNonNull(party, "it was not invited");
    }
}
