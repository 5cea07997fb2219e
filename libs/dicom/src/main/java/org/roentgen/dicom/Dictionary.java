package org.roentgen.dicom;

import java.util.Optional;
import java.util.OptionalInt;

/** The data dictionary: PS3.6, the command elements of PS3.7 Annex E and well-known private elements. */
public final class Dictionary {
    private Dictionary() {}

    /** The entry of a public tag, repeating groups such as 60xx included; empty for private and unknown tags. */
    public static Optional<DictionaryEntry> find(int tag) {
        return Optional.ofNullable(PublicDictionary.INSTANCE.find(tag));
    }

    /** The entry of a private element by the creator that reserved its block; empty where none is known. */
    public static Optional<DictionaryEntry> find(int tag, String creator) {
        return Optional.ofNullable(PrivateDictionary.INSTANCE.find(tag, creator));
    }

    /** The tag of a keyword such as {@code PatientName}. */
    public static OptionalInt tag(String keyword) {
        DictionaryEntry entry = PublicDictionary.INSTANCE.find(keyword);
        return entry == null ? OptionalInt.empty() : OptionalInt.of(entry.tag());
    }

    /** The keyword of a public tag, or empty. */
    public static String keyword(int tag) {
        DictionaryEntry entry = PublicDictionary.INSTANCE.find(tag);
        return entry == null ? "" : entry.keyword();
    }

    /** The value representation of a public tag: LO for private creators, UL for group lengths, UN where unknown. */
    public static VR vr(int tag) {
        if (Tags.isGroupLength(tag)) {
            return VR.UL;
        }
        if (Tags.isPrivateCreator(tag)) {
            return VR.LO;
        }
        DictionaryEntry entry = PublicDictionary.INSTANCE.find(tag);
        return entry == null ? VR.UN : entry.vr();
    }
}
