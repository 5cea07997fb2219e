package org.roentgen.dicom;

/**
 * A data element.
 *
 * @param tag the tag, unsigned
 * @param vr the value representation that it has in explicit encodings
 * @param value the value; the length of text in bytes depends on the character set of its data set
 */
public record Element(int tag, VR vr, Value value) {
    /** True where the value has no bytes, no items and no text. */
    public boolean isEmpty() {
        return switch (value) {
            case Bytes bytes -> bytes.size == 0;
            case Bulk bulk -> bulk.length() == 0;
            case Value.Text text -> text.values().stream().allMatch(String::isEmpty);
            case Value.Items items -> items.items().isEmpty();
            case Value.Fragments ignored -> false;
        };
    }

    /** The tag and VR: values do not belong into logs. */
    @Override
    public String toString() {
        return Tags.format(tag) + " " + vr;
    }
}
