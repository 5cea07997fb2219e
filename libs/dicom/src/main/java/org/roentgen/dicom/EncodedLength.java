package org.roentgen.dicom;

/** How many bytes elements take when they are written. */
final class EncodedLength {
    private EncodedLength() {}

    /** UN where the value is too long for the length field of its VR (PS3.5 section 6.2.2, note 1). */
    static VR writtenVr(VR vr, long length) {
        return !vr.hasLongLength() && length > 0xFFFE ? VR.UN : vr;
    }

    static long ofDataSet(DataSet dataSet, Encoding encoding, CharacterSets outer) {
        CharacterSets sets = ElementWriter.effective(dataSet, outer);
        long length = 0;
        for (Element element : dataSet.array()) {
            length += ofElement(TextEncoding.recodeOrKeep(element, dataSet.characterSets(), sets), encoding, sets);
        }
        return length;
    }

    static long ofGroup(DataSet dataSet, int groupLengthTag, Encoding encoding, CharacterSets sets) {
        long length = 0;
        for (Element element : dataSet.array()) {
            if (Tags.group(element.tag()) == Tags.group(groupLengthTag) && element.tag() != groupLengthTag) {
                length += ofElement(TextEncoding.recodeOrKeep(element, dataSet.characterSets(), sets), encoding, sets);
            }
        }
        return length;
    }

    static long ofItems(Value.Items value, Encoding encoding, CharacterSets sets) {
        long length = 0;
        for (DataSet item : value.items()) {
            length += 8 + ofDataSet(item, encoding, sets) + (item.isUndefinedLength() ? 8 : 0);
        }
        return length;
    }

    private static long ofElement(Element element, Encoding encoding, CharacterSets sets) {
        return switch (element.value()) {
            case Value.Data data -> ofValue(element.vr(), data.length(), encoding);
            case Value.Text text ->
                ofValue(element.vr(), TextEncoding.encode(element, text, sets).length(), encoding);
            case Value.Items items ->
                header(VR.SQ, encoding)
                        + ofItems(items, ElementWriter.inner(element, encoding), sets)
                        + (items.undefinedLength() ? 8 : 0);
            case Value.Fragments fragments -> header(VR.OB, encoding) + ofFragments(fragments);
        };
    }

    private static long ofFragments(Value.Fragments value) {
        long length = 16 + value.offsetTable().length();
        for (Value.Data fragment : value.fragments()) {
            length += 8 + fragment.length() + (fragment.length() & 1);
        }
        return length;
    }

    private static long ofValue(VR vr, long length, Encoding encoding) {
        return header(writtenVr(vr, length), encoding) + length + (length & 1);
    }

    private static int header(VR vr, Encoding encoding) {
        return encoding.explicit() && vr.hasLongLength() ? 12 : 8;
    }
}
