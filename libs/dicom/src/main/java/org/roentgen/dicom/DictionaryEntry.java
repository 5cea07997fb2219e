package org.roentgen.dicom;

import java.util.List;

/**
 * What the dictionary knows about one data element.
 *
 * @param tag the tag, with zeros for the free digits of a repeating group
 * @param keyword the keyword of PS3.6, or the name of a private element, or empty
 * @param representations the possible value representations, first the one to fall back on
 * @param multiplicity the value multiplicity as the standard writes it, such as {@code 1-n}
 * @param retired whether the standard has retired it
 */
public record DictionaryEntry(int tag, String keyword, List<VR> representations, String multiplicity, boolean retired) {
    public DictionaryEntry {
        representations = List.copyOf(representations);
    }

    /** The value representation, for ambiguous ones the one that an implicit encoding falls back on. */
    public VR vr() {
        return representations.getFirst();
    }
}
