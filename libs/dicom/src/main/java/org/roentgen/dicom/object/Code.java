package org.roentgen.dicom.object;

import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/** A coded concept (PS3.3 section 8): value, coding scheme designator such as SCT, DCM or UCUM, and meaning. */
public record Code(String value, String scheme, String meaning) {
    private static final int LONGEST_SHORT_VALUE = 16;
    private static final int LONGEST_VALUE = 1024;

    public Code {
        if (value.isBlank()
                || value.length() > LONGEST_VALUE
                || scheme.isBlank()
                || scheme.length() > 16
                || meaning.isBlank()
                || meaning.length() > 64) {
            throw new IllegalArgumentException(
                    "Code (%s, %s, %s) must have a value of 1 to %d, a scheme of 1 to 16 and a meaning of 1 to 64 characters"
                            .formatted(value, scheme, meaning, LONGEST_VALUE));
        }
    }

    /** The code in the first item of a sequence. */
    public static Optional<Code> of(DataSet dataSet, int sequence) {
        return dataSet.item(sequence).flatMap(Code::of);
    }

    private static Optional<Code> of(DataSet item) {
        Optional<String> value = item.string(Tag.CodeValue).or(() -> item.string(Tag.LongCodeValue));
        Optional<String> scheme = item.string(Tag.CodingSchemeDesignator);
        return value.isEmpty() || scheme.isEmpty()
                ? Optional.empty()
                : Optional.of(new Code(value.get(), scheme.get(), item.string(Tag.CodeMeaning, "unnamed")));
    }

    /** The item of a code sequence. */
    public DataSet toItem() {
        return DataSet.builder()
                .put(value.length() > LONGEST_SHORT_VALUE ? Tag.LongCodeValue : Tag.CodeValue, value)
                .put(Tag.CodingSchemeDesignator, scheme)
                .put(Tag.CodeMeaning, meaning)
                .build();
    }

    /** Whether value and scheme are the same; meanings may be worded differently. */
    public boolean sameAs(Code other) {
        return value.equals(other.value) && scheme.equals(other.scheme);
    }
}
