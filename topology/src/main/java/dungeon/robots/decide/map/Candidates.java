package dungeon.robots.decide.map;

import java.util.Arrays;
import java.util.BitSet;

/** Tiles to draw from, in order of y, then x. They stay bits, because a large map is laid out from them many times. */
public final class Candidates {
    private final long[] words;
    private int size;

    public Candidates(BitSet tiles) {
        words = tiles.toLongArray();
        size = Arrays.stream(words).mapToInt(Long::bitCount).sum();
    }

    public int size() {
        return size;
    }

    /**
     * Takes a tile out.
     *
     * @param place how many come before it; 0 or more, below {@link #size()}
     * @return the index of the tile
     */
    public int remove(int place) {
        int before = place;
        int word = 0;
        while (before >= Long.bitCount(words[word])) {
            before -= Long.bitCount(words[word]);
            word++;
        }
        long bits = words[word];
        for (; before > 0; before--) {
            bits &= bits - 1;
        }
        long tile = Long.lowestOneBit(bits);
        words[word] ^= tile;
        size--;
        return word * Long.SIZE + Long.numberOfTrailingZeros(tile);
    }
}
