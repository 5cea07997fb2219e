package org.roentgen.dicom.deidentify;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words of radiology that are not taken for a misspelt name. */
final class Vocabulary {
    static final Vocabulary INSTANCE = new Vocabulary();
    private static final int SHORTEST_PART = 3;

    private final Set<String> words = new HashSet<>();

    private Vocabulary() {
        TableLines.forEach("vocabulary.txt", line -> words.addAll(List.of(line.split(" "))));
    }

    /** @param word in lower case, without accents */
    boolean contains(String word) {
        return words.contains(word);
    }

    /** True for a word of radiology and for several run together, such as headneck. */
    boolean isMadeOfWords(String word) {
        if (words.contains(word)) {
            return true;
        }
        for (int end = SHORTEST_PART; end <= word.length() - SHORTEST_PART; end++) {
            if (words.contains(word.substring(0, end)) && isMadeOfWords(word.substring(end))) {
                return true;
            }
        }
        return false;
    }
}
