package federarium.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    @Test
    void numbersAreInOrderOfSize() {
        assertEquals(List.of("-1", "2", "10"), Vocabulary.of(Set.of("10", "2", "-1")).names());
    }

    @Test
    void wordsAreInAlphabeticalOrderEvenIfSomeAreNumbers() {
        assertEquals(List.of("10", "2", "x"), Vocabulary.of(Set.of("x", "2", "10")).names());
    }

    @Test
    void twoWordsForOneNumberAreOne() {
        Vocabulary vocabulary = Vocabulary.of(Set.of("1.0", "0", "1"));

        assertEquals(List.of("0", "1"), vocabulary.names());
        assertEquals(Map.of("0", 0, "1", 1, "1.0", 1), vocabulary.places());
    }
}
