package org.roentgen.dicom.validate;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Dictionary;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.Tag;

/**
 * When an attribute is required, looked up in the data set or item that holds it: {@code A and B or C}, each term one of
 * {@code Keyword} (has a value), {@code !Keyword} (has none), {@code Keyword=V|W} and {@code Keyword!=V|W} (one of its values, or
 * value n of {@code Keyword[n]}, is or none is one of these), {@code Keyword>N}; {@code @} before a term looks into the functional
 * groups: it holds where a frame, or with {@code !=} every frame that has the attribute, fulfils it.
 */
sealed interface Condition {
    boolean holds(DataSet dataSet);

    /** One of them holds. */
    record AnyOf(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(DataSet dataSet) {
            return conditions.stream().anyMatch(condition -> condition.holds(dataSet));
        }
    }

    /** All of them hold. */
    record AllOf(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(DataSet dataSet) {
            return conditions.stream().allMatch(condition -> condition.holds(dataSet));
        }
    }

    /** The attribute has a value, or has none. */
    record Present(int tag, boolean wanted) implements Condition {
        @Override
        public boolean holds(DataSet dataSet) {
            return dataSet.element(tag).map(Element::isEmpty).orElse(true) != wanted;
        }
    }

    /** A value is one of some, or none is; an attribute without value fulfils neither. */
    record Value(int tag, int number, boolean wanted, List<String> values) implements Condition {
        @Override
        public boolean holds(DataSet dataSet) {
            List<String> actual = dataSet.strings(tag);
            if (number > 0) {
                actual = actual.size() < number ? List.of() : List.of(actual.get(number - 1));
            }
            return !actual.isEmpty() && actual.stream().anyMatch(values::contains) == wanted;
        }
    }

    /** A term about an attribute of functional groups, shared ones or those of frames. */
    record InGroups(Condition term, int tag, boolean everywhere) implements Condition {
        @Override
        public boolean holds(DataSet dataSet) {
            List<DataSet> holders = Stream.of(Tag.SharedFunctionalGroupsSequence, Tag.PerFrameFunctionalGroupsSequence)
                    .flatMap(sequence -> dataSet.items(sequence).stream())
                    .flatMap(groups -> groups.elements().stream().flatMap(group -> groups.items(group.tag()).stream()))
                    .filter(item -> item.contains(tag))
                    .toList();
            return everywhere
                    ? !holders.isEmpty() && holders.stream().allMatch(term::holds)
                    : holders.stream().anyMatch(term::holds);
        }
    }

    /** The number is greater. */
    record Greater(int tag, double than) implements Condition {
        @Override
        public boolean holds(DataSet dataSet) {
            OptionalDouble value = dataSet.decimal(tag);
            return value.isPresent() && value.getAsDouble() > than;
        }
    }

    Pattern TERM = Pattern.compile("(!?)(\\w+)(?:\\[(\\d)])?(?:(!?=|>)(.*))?");

    /** Reads a condition of a table. */
    static Condition parse(String text) {
        return new AnyOf(Arrays.stream(text.split(" or "))
                .map(part -> (Condition) new AllOf(
                        Arrays.stream(part.split(" and ")).map(Condition::term).toList()))
                .toList());
    }

    private static Condition term(String text) {
        if (!text.startsWith("@")) {
            return simple(text);
        }
        Matcher term = TERM.matcher(text.substring(1));
        if (!term.matches()) {
            throw new IllegalStateException("condition '" + text + "' cannot be read");
        }
        int tag = Dictionary.tag(term.group(2)).orElseThrow();
        return new InGroups(simple(text.substring(1)), tag, "!=".equals(term.group(4)));
    }

    private static Condition simple(String text) {
        Matcher term = TERM.matcher(text);
        if (!term.matches()) {
            throw new IllegalStateException("condition '" + text + "' cannot be read");
        }
        int tag = Dictionary.tag(term.group(2)).orElseThrow();
        String operator = term.group(4);
        if (operator == null) {
            return new Present(tag, term.group(1).isEmpty());
        }
        if (operator.equals(">")) {
            return new Greater(tag, Double.parseDouble(term.group(5)));
        }
        int number = term.group(3) == null ? 0 : Integer.parseInt(term.group(3));
        return new Value(
                tag, number, operator.equals("="), List.of(term.group(5).split("\\|")));
    }
}
