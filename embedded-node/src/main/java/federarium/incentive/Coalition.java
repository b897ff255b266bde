package federarium.incentive;

import java.util.Arrays;
import java.util.BitSet;

/** An immutable set of a game's players, who are numbered from 0. */
public final class Coalition {
    public static final Coalition NONE = new Coalition(new long[0]);

    /** Without zeros at the end, so that equal sets are equal arrays. */
    private final long[] words;

    private Coalition(long[] words) {
        this.words = words;
    }

    /** The players {@code 0 … players − 1}. */
    public static Coalition all(int players) {
        long[] words = new long[Math.ceilDiv(players, Long.SIZE)];
        Arrays.fill(words, -1);
        if (players % Long.SIZE != 0) {
            words[words.length - 1] = -1L >>> -players;
        }
        return new Coalition(words);
    }

    /** The players whose bits are set. */
    public static Coalition of(long bits) {
        return bits == 0 ? NONE : new Coalition(new long[] {bits});
    }

    public boolean contains(int player) {
        int word = player / Long.SIZE;
        return word < words.length && (words[word] >>> player & 1) != 0;
    }

    public Coalition with(int player) {
        int word = player / Long.SIZE;
        long[] more = Arrays.copyOf(words, Math.max(words.length, word + 1));
        more[word] |= 1L << player;
        return new Coalition(more);
    }

    public Coalition without(int player) {
        if (!contains(player)) {
            return this;
        }
        long[] fewer = words.clone();
        fewer[player / Long.SIZE] &= ~(1L << player);
        int length = fewer.length;
        while (length > 0 && fewer[length - 1] == 0) {
            length--;
        }
        return new Coalition(Arrays.copyOf(fewer, length));
    }

    /** Those of these players who are in the other coalition too. */
    public Coalition and(Coalition other) {
        int length = Math.min(words.length, other.words.length);
        while (length > 0 && (words[length - 1] & other.words[length - 1]) == 0) {
            length--;
        }
        long[] common = new long[length];
        Arrays.setAll(common, i -> words[i] & other.words[i]);
        return new Coalition(common);
    }

    public int size() {
        int size = 0;
        for (long word : words) {
            size += Long.bitCount(word);
        }
        return size;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Coalition that && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return BitSet.valueOf(words).toString();
    }
}
