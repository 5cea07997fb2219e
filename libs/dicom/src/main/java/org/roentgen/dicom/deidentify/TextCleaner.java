package org.roentgen.dicom.deidentify;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes the identifiers that the header names, and everything of the form of a date, a telephone number, an address of the
 * network or a long number, out of free text. Text that may name people in a way that no rule recognises is refused. Safe for
 * use by several threads.
 */
final class TextCleaner {
    private static final int SHORTEST_NUMBER = 3;
    private static final int SHORTEST_OWN_PART = 4;
    private static final int MOST_REMEMBERED = 512;

    private final NameMatcher names;
    private final NameMatcher ownNames;
    private final NameMatcher othersExactly;
    private final NameMatcher placesExactly;
    private final NameMatcher places;
    private final boolean keepsAges;
    private final Set<Pattern> numbers = new LinkedHashSet<>();
    private final Map<String, Optional<String>> cleaned = new ConcurrentHashMap<>();
    private final Map<String, String> scrubbed = new ConcurrentHashMap<>();

    /** @param keepsAges whether ages and sexes may stay, but for those over 89 */
    TextCleaner(PatientIdentifiers identifiers, boolean keepsAges) {
        this.keepsAges = keepsAges;
        names = new NameMatcher(identifiers.allNames(), 2);
        ownNames = new NameMatcher(
                identifiers.ownNames().stream().map(TextCleaner::withoutWords).toList(), SHORTEST_OWN_PART);
        places = new NameMatcher(
                identifiers.places().stream()
                        .flatMap(place -> Arrays.stream(place.split("[\\s,;]+")))
                        .filter(word -> !Vocabulary.INSTANCE.contains(Words.plain(word)))
                        .toList(),
                SHORTEST_OWN_PART);
        othersExactly = exactly(identifiers.otherNames());
        placesExactly = exactly(identifiers.places());
        identifiers.ownNumbers().forEach(this::addNumber);
        identifiers.ownNumbers().stream().map(OwnDates::forms).forEach(numbers::addAll);
        identifiers.ownNames().forEach(this::addPairs);
    }

    private static NameMatcher exactly(Set<String> names) {
        return NameMatcher.exact(
                names.stream()
                        .flatMap(name -> Arrays.stream(name.split("[\\s^=,.;]+")))
                        .toList(),
                SHORTEST_OWN_PART);
    }

    /** Short parts of a name are words of their own too, so that only two of them beside each other are surely the patient. */
    private void addPairs(String name) {
        String alphabetic = withoutWords(name.split("=", 2)[0]);
        List<String> parts = Arrays.stream(alphabetic.split("[\\s^,.]+"))
                .filter(part -> part.length() > 1)
                .toList();
        for (String one : parts) {
            for (String other : parts) {
                if (!one.equals(other)) {
                    numbers.add(Pattern.compile(
                            "(?<![\\p{L}\\p{N}])" + Pattern.quote(one) + "[\\s^,._-]{0,3}" + Pattern.quote(other)
                                    + "(?![\\p{L}\\p{N}])",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
                }
            }
        }
    }

    /** Names of collections with a number, such as RIDER LUNG 7, hold words that describe the image and name nobody. */
    private static String withoutWords(String name) {
        if (name.chars().noneMatch(Character::isDigit)) {
            return name;
        }
        return Arrays.stream(name.split("[\\s^_-]+"))
                .filter(word -> !Vocabulary.INSTANCE.isMadeOfWords(Words.plain(word)))
                .collect(Collectors.joining(" "));
    }

    /** A number is found with any signs between its characters, and with or without zeros before it. */
    private void addNumber(String value) {
        String bare = value.replaceAll("[^\\p{L}\\p{N}]", "").replaceAll("^0+", "");
        if (bare.length() < SHORTEST_NUMBER) {
            return;
        }
        String spread = bare.codePoints()
                .mapToObj(point -> Pattern.quote(Character.toString(point)))
                .collect(Collectors.joining("[^\\p{L}\\p{N}]{0,2}"));
        numbers.add(Pattern.compile(
                "(?<![\\p{L}\\p{N}])[\\p{L}]{0,4}0*" + spread + "(?!\\p{N})",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** The text without identifiers; empty where it may name a person in a way that is not known. */
    Optional<String> clean(String text) {
        if (cleaned.size() > MOST_REMEMBERED) {
            cleaned.clear();
        }
        return cleaned.computeIfAbsent(text, this::cleanOnce);
    }

    private Optional<String> cleanOnce(String text) {
        Marks marks = new Marks(text);
        names.mark(text, marks);
        places.mark(text, marks);
        numbers.forEach(marks::markAll);
        TextRules.mark(text, marks);
        if (!keepsAges) {
            TextRules.markAges(text, marks);
        }
        String rest = marks.remaining();
        return TextRules.isDoubtful(rest) ? Optional.empty() : Optional.of(rest);
    }

    /** The text of an attribute that stays, without what names the patient, another person or a day; most often it is the same. */
    String scrub(String text) {
        return remember("T", text, marks -> {
            markOwn(text, marks);
            othersExactly.mark(text, marks);
            placesExactly.mark(text, marks);
            TextRules.markSurely(text, marks);
        });
    }

    /** The name or version of a product, without what names the patient: makers are called like people and places are. */
    String scrubProduct(String text) {
        return remember("P", text, marks -> markOwn(text, marks));
    }

    /** The text of an attribute that an option keeps, without the names of the people of the header. */
    String scrubKept(String text) {
        return remember("K", text, marks -> {
            markOwn(text, marks);
            othersExactly.mark(text, marks);
        });
    }

    /** The code, or nothing where it names the patient. */
    String scrubCode(String code) {
        return scrubProduct(code).equals(code) || Vocabulary.INSTANCE.isMadeOfWords(Words.plain(code)) ? code : "";
    }

    private String remember(String kind, String text, Consumer<Marks> mark) {
        if (scrubbed.size() > MOST_REMEMBERED) {
            scrubbed.clear();
        }
        return scrubbed.computeIfAbsent(kind + text, _ -> {
            Marks marks = new Marks(text);
            mark.accept(marks);
            return marks.remaining();
        });
    }

    private void markOwn(String text, Marks marks) {
        ownNames.mark(text, marks);
        numbers.forEach(marks::markAll);
    }
}
