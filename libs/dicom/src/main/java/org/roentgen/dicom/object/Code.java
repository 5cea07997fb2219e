package org.roentgen.dicom.object;

import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/** A coded concept (PS3.3 section 8): value, coding scheme designator such as SCT, DCM or UCUM, and meaning. */
public record Code(String value, String scheme, String meaning) {
    public Code {
        if (value.isBlank()
                || value.length() > 16
                || scheme.isBlank()
                || scheme.length() > 16
                || meaning.isBlank()
                || meaning.length() > 64) {
            throw new IllegalArgumentException(
                    "Code (%s, %s, %s) must have a value and scheme of 1 to 16 and a meaning of 1 to 64 characters"
                            .formatted(value, scheme, meaning));
        }
    }

    /** The code in the first item of a sequence. */
    public static Optional<Code> of(DataSet dataSet, int sequence) {
        return dataSet.item(sequence)
                .filter(item -> item.string(Tag.CodeValue).isPresent()
                        && item.string(Tag.CodingSchemeDesignator).isPresent())
                .map(item -> new Code(
                        item.string(Tag.CodeValue, ""),
                        item.string(Tag.CodingSchemeDesignator, ""),
                        item.string(Tag.CodeMeaning, "unnamed")));
    }

    /** The item of a code sequence. */
    public DataSet toItem() {
        return DataSet.builder()
                .put(Tag.CodeValue, value)
                .put(Tag.CodingSchemeDesignator, scheme)
                .put(Tag.CodeMeaning, meaning)
                .build();
    }

    /** Whether value and scheme are the same; meanings may be worded differently. */
    public boolean sameAs(Code other) {
        return value.equals(other.value) && scheme.equals(other.scheme);
    }
}
