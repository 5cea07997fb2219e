package org.roentgen.dicom.deidentify;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names in text: their parts in any order, with or without accents, run together, misspelt by one letter, and initials
 * beside them.
 */
final class NameMatcher {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s^=,.'’`\\-_/&()\\[\\]{}+]+");
    private static final Pattern APOSTROPHE = Pattern.compile("['’`\\-]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’`][\\p{L}\\p{M}]+)*");
    private static final int SHORTEST_PART = 2;
    private static final int SHORTEST_MISSPELT = 5;
    private static final int SHORTEST_WITHIN = 6;

    private final Set<String> parts = new HashSet<>();
    private final Set<String> unspaced = new HashSet<>();
    private final Set<String> initials = new HashSet<>();
    private final Vocabulary vocabulary = Vocabulary.INSTANCE;
    private final boolean isExact;

    /** @param shortest letters that a part must have to count */
    NameMatcher(Collection<String> names, int shortest) {
        this(names, shortest, false);
    }

    /** Finds the words alone: not misspelt, not run together, none that radiology uses. */
    static NameMatcher exact(Collection<String> words, int shortest) {
        return new NameMatcher(
                words.stream()
                        .filter(word -> !Vocabulary.INSTANCE.contains(Words.plain(word)))
                        .toList(),
                shortest,
                true);
    }

    private NameMatcher(Collection<String> names, int shortest, boolean isExact) {
        this.isExact = isExact;
        for (String name : names) {
            for (String part : SEPARATORS.split(name)) {
                add(part, shortest);
            }
            for (String component : name.split("[\\^= ]")) {
                add(APOSTROPHE.matcher(component).replaceAll(""), shortest);
            }
        }
    }

    private void add(String part, int shortest) {
        if (part.isEmpty()) {
            return;
        }
        if (Words.isUnspaced(part)) {
            unspaced.add(part);
            return;
        }
        String plain = Words.plain(part);
        if (!plain.isEmpty() && Character.isLetter(plain.codePointAt(0))) {
            initials.add(plain.substring(0, plain.offsetByCodePoints(0, 1)));
        }
        if (plain.length() >= Math.max(SHORTEST_PART, shortest)) {
            parts.add(plain);
            parts.add(Words.germanPlain(part));
        }
    }

    /** Marks what names somebody. */
    void mark(String text, Marks marks) {
        for (String part : unspaced) {
            for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
                marks.mark(at, at + part.length());
            }
        }
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String plain = Words.plain(word.group());
            if (isName(plain) || isName(Words.germanPlain(word.group()))) {
                marks.mark(word.start(), word.end());
                markInitials(text, word.start(), word.end(), marks);
            }
        }
    }

    private boolean isName(String word) {
        String bare = word.replaceAll("['’`]s?", "");
        String joined = word.replaceAll("['’`]", "");
        if (parts.contains(bare) || parts.contains(joined)) {
            return true;
        }
        if (isExact || vocabulary.contains(bare)) {
            return false;
        }
        if (isMadeOfParts(joined, 0)) {
            return true;
        }
        for (String part : parts) {
            if (part.length() >= SHORTEST_WITHIN && bare.contains(part)
                    || part.length() >= SHORTEST_MISSPELT && Words.isOneEditApart(part, bare)) {
                return true;
            }
        }
        return false;
    }

    /** True for parts run together, be it with an initial or a number: JOHNDOE, JDOE, DOE1. */
    private boolean isMadeOfParts(String word, int found) {
        if (found > 0 && (word.isEmpty() || word.chars().allMatch(Character::isDigit))) {
            return true;
        }
        if (found == 0 && word.length() > 3 && initials.contains(word.substring(0, 1))) {
            String rest = word.substring(1);
            if (parts.contains(rest) && rest.length() > 2) {
                return true;
            }
        }
        for (String part : parts) {
            boolean isCounted = part.length() > 2 || part.length() < word.length() || found > 0;
            if (isCounted && word.startsWith(part) && isMadeOfParts(word.substring(part.length()), found + 1)) {
                return true;
            }
            if (found == 1 && word.length() == 1 && initials.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Initials stand beside a name with nothing but signs between them. */
    private void markInitials(String text, int start, int end, Marks marks) {
        int at = start;
        while (true) {
            int letter = at - 1;
            while (letter >= 0 && isBetween(text.charAt(letter))) {
                letter--;
            }
            if (letter < 0 || !isInitial(text, letter)) {
                break;
            }
            marks.mark(letter, at);
            at = letter;
        }
        at = end;
        while (true) {
            int letter = at;
            while (letter < text.length() && isBetween(text.charAt(letter))) {
                letter++;
            }
            if (letter >= text.length() || !isInitial(text, letter)) {
                break;
            }
            marks.mark(at, letter);
            at = text.startsWith(".", letter + 1) ? letter + 2 : letter + 1;
            marks.mark(letter, at);
        }
    }

    private static boolean isBetween(char character) {
        return " .,^_-".indexOf(character) >= 0;
    }

    private boolean isInitial(String text, int at) {
        boolean alone = (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                && (at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
        return alone && initials.contains(Words.plain(text.substring(at, at + 1)));
    }
}
