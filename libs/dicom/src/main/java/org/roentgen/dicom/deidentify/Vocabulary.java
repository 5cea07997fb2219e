package org.roentgen.dicom.deidentify;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words of radiology that are not taken for a misspelt name. */
final class Vocabulary {
    static final Vocabulary INSTANCE = new Vocabulary();

    private final Set<String> words = new HashSet<>();

    private Vocabulary() {
        TableLines.forEach("vocabulary.txt", line -> words.addAll(List.of(line.split(" "))));
    }

    /** @param word in lower case, without accents */
    boolean contains(String word) {
        return words.contains(word);
    }
}
