package org.roentgen.dicom.validate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Dictionary;
import org.roentgen.dicom.DictionaryEntry;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.Tags;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.Value;

/** Checks every value of a data set and its items: representation, multiplicity, form, enumerated values. */
final class ValueCheck {
    private static final long LONGEST_TEXT = 1 << 20;

    private final DataSet root;
    private final Findings findings;

    ValueCheck(DataSet root, Findings findings) {
        this.root = root;
        this.findings = findings;
    }

    void check() {
        check(root, "");
    }

    private void check(DataSet dataSet, String parent) {
        for (Element element : dataSet) {
            if (findings.isFull()) {
                return;
            }
            String path = Findings.path(parent, element.tag());
            checkCreator(element, dataSet, path);
            if (element.isEmpty() || Tags.isGroupLength(element.tag())) {
                continue;
            }
            List<DataSet> items = dataSet.items(element.tag());
            for (int index = 0; index < items.size(); index++) {
                check(items.get(index), Findings.item(path, index));
            }
            Optional<DictionaryEntry> entry = Dictionary.find(element.tag());
            entry.ifPresent(known -> checkRepresentation(element, known, path));
            if (items.isEmpty()) {
                checkValues(element, dataSet, entry, path);
            }
        }
    }

    private void checkCreator(Element element, DataSet dataSet, String path) {
        int tag = element.tag();
        if (Tags.isPrivate(tag)
                && Tags.element(tag) >= 0x1000
                && dataSet.privateCreator(tag).isEmpty()) {
            findings.warning(path, ValidationRule.PRIVATE_CREATOR, "the block of this private element has no creator");
        }
    }

    private void checkRepresentation(Element element, DictionaryEntry entry, String path) {
        VR vr = element.vr();
        boolean bytesOrWords =
                (vr == VR.OB || vr == VR.OW) && entry.representations().stream().anyMatch(VR::isBulk);
        if (vr != VR.UN
                && entry.vr() != VR.UN
                && !bytesOrWords
                && !entry.representations().contains(vr)
                && !Tags.isPrivate(element.tag())) {
            findings.error(
                    path,
                    ValidationRule.VALUE_REPRESENTATION,
                    entry.keyword() + " has VR " + vr + ", the dictionary says " + entry.representations());
        }
    }

    private void checkValues(Element element, DataSet dataSet, Optional<DictionaryEntry> entry, String path) {
        VR vr = dataSet.vr(element);
        if (!(element.value() instanceof Value.Data || element.value() instanceof Value.Text) || vr.isBulk()) {
            return;
        }
        if (element.value() instanceof Value.Data data && data.length() > LONGEST_TEXT) {
            return;
        }
        List<String> values =
                vr.usesCharacterSet() || !vr.isString() ? dataSet.strings(element) : raw(element, dataSet);
        if (vr.isString()) {
            for (int index = 0; index < values.size(); index++) {
                int number = index + 1;
                String value = values.get(index);
                if (!value.isEmpty()) {
                    TextRules.check(vr, value)
                            .ifPresent(problem -> findings.error(
                                    path, ValidationRule.VALUE, "value " + number + " of VR " + vr + " " + problem));
                }
            }
        }
        entry.ifPresent(known -> checkMultiplicity(known, vr, values.size(), path));
        EnumeratedValues.check(element.tag(), values, dataSet, path, findings);
    }

    private void checkMultiplicity(DictionaryEntry entry, VR vr, int count, String path) {
        boolean single = vr.isString() && !vr.isMultiValued();
        if (!single && count > 0 && !Multiplicity.of(entry.multiplicity()).allows(count)) {
            findings.error(
                    path,
                    ValidationRule.VALUE_MULTIPLICITY,
                    entry.keyword() + " has " + count + " values, " + entry.multiplicity() + " are allowed");
        }
    }

    /** The values with all but the padding at the end: a decoded text shows neither spaces nor NULs there. */
    private static List<String> raw(Element element, DataSet dataSet) {
        byte[] bytes = dataSet.data(element).toBytes();
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
            end--;
        }
        String text = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
        return Arrays.asList(text.split("\\\\", -1)).stream()
                .map(value -> dataSet.vr(element) == VR.UI ? value : value.stripTrailing())
                .toList();
    }
}
