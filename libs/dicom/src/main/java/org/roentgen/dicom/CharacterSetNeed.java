package org.roentgen.dicom;

/** Adds Specific Character Set where text needs it and none is named. */
final class CharacterSetNeed {
    private CharacterSetNeed() {}

    static DataSet complete(DataSet root) {
        return root.contains(Tag.SpecificCharacterSet) || !hasForeignText(root, root.characterSets())
                ? root
                : root.toBuilder().put(Tag.SpecificCharacterSet, "ISO_IR 192").build();
    }

    private static boolean hasForeignText(DataSet dataSet, CharacterSets sets) {
        for (Element element : dataSet.array()) {
            boolean foreign =
                    switch (element.value()) {
                        case Value.Text text ->
                            element.vr().usesCharacterSet()
                                    && text.values().stream().anyMatch(value -> sets.encode(value)
                                            .isEmpty());
                        case Value.Items items ->
                            items.items().stream()
                                    .anyMatch(item ->
                                            !item.contains(Tag.SpecificCharacterSet) && hasForeignText(item, sets));
                        default -> false;
                    };
            if (foreign) {
                return true;
            }
        }
        return false;
    }
}
