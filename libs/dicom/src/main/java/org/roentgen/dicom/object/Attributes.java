package org.roentgen.dicom.object;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Dictionary;
import org.roentgen.dicom.Tags;

/** Reads attributes that an object must have; each method says which one is missing or what is wrong with its value. */
public final class Attributes {
    private Attributes() {}

    /** The first value as text. */
    public static String string(DataSet dataSet, int tag) {
        return dataSet.string(tag).orElseThrow(() -> missing(tag, "a value"));
    }

    /** The first value as an integer within bounds. */
    public static int integer(DataSet dataSet, int tag, int least, int most) {
        int value = dataSet.integer(tag).orElseThrow(() -> missing(tag, "an integer"));
        if (value < least || value > most) {
            throw new ObjectFormatException("%s is %d: it must be %d to %d".formatted(name(tag), value, least, most));
        }
        return value;
    }

    /** The first value as a finite decimal. */
    public static double decimal(DataSet dataSet, int tag) {
        return finite(dataSet, tag, dataSet.decimals(tag), 1)[0];
    }

    /** The first value as a finite decimal above zero. */
    public static double positive(DataSet dataSet, int tag) {
        double value = decimal(dataSet, tag);
        if (value <= 0) {
            throw new ObjectFormatException("%s is %s: it must be above 0".formatted(name(tag), value));
        }
        return value;
    }

    /** Exactly this number of finite decimals. */
    public static double[] decimals(DataSet dataSet, int tag, int count) {
        double[] values = dataSet.decimals(tag);
        if (values.length != count) {
            throw new ObjectFormatException(
                    "%s has %d numbers: %d are needed".formatted(name(tag), values.length, count));
        }
        return finite(dataSet, tag, values, count);
    }

    /** All values as finite decimals, at least one. */
    public static double[] decimals(DataSet dataSet, int tag) {
        return finite(dataSet, tag, dataSet.decimals(tag), 1);
    }

    /** The finite first value, if there is one. */
    public static Optional<Double> optionalDecimal(DataSet dataSet, int tag) {
        return dataSet.strings(tag).stream().allMatch(String::isEmpty)
                ? Optional.empty()
                : Optional.of(decimal(dataSet, tag));
    }

    /** The items of a sequence, at least one. */
    public static List<DataSet> items(DataSet dataSet, int tag) {
        List<DataSet> items = dataSet.items(tag);
        if (items.isEmpty()) {
            throw missing(tag, "an item");
        }
        return items;
    }

    /** The code in the first item of a sequence; empty where it is none that the standard allows. */
    public static Optional<Code> code(DataSet dataSet, int sequence) {
        try {
            return Code.of(dataSet, sequence);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** What a reader of values makes, its complaint about a value turned into one about the object. */
    public static <T> T checked(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException wrong) {
            throw new ObjectFormatException(String.valueOf(wrong.getMessage()));
        }
    }

    /** Keyword and tag. */
    public static String name(int tag) {
        return Dictionary.keyword(tag) + " " + Tags.format(tag);
    }

    private static double[] finite(DataSet dataSet, int tag, double[] values, int least) {
        if (values.length < least) {
            throw missing(tag, dataSet.contains(tag) ? "a number" : "a value");
        }
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new ObjectFormatException(name(tag) + " holds a number that is not finite");
        }
        return values;
    }

    private static ObjectFormatException missing(int tag, String what) {
        return new ObjectFormatException(name(tag) + " is missing or empty: " + what + " is needed");
    }
}
