package org.roentgen.dicom.validate;

import java.util.List;
import java.util.Map;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.Tag;

/** Checks the content tree of a structured report: each item has its value (PS3.3 C.17.3, C.18). */
final class ContentTreeCheck {
    private static final Map<String, List<Integer>> VALUES = Map.ofEntries(
            Map.entry("TEXT", List.of(Tag.TextValue)),
            Map.entry("NUM", List.of()),
            Map.entry("CODE", List.of(Tag.ConceptCodeSequence)),
            Map.entry("DATETIME", List.of(Tag.DateTime)),
            Map.entry("DATE", List.of(Tag.Date)),
            Map.entry("TIME", List.of(Tag.Time)),
            Map.entry("UIDREF", List.of(Tag.UID)),
            Map.entry("PNAME", List.of(Tag.PersonName)),
            Map.entry("SCOORD", List.of(Tag.GraphicType, Tag.GraphicData)),
            Map.entry("SCOORD3D", List.of(Tag.GraphicType, Tag.GraphicData)),
            Map.entry("TCOORD", List.of(Tag.TemporalRangeType)),
            Map.entry("COMPOSITE", List.of(Tag.ReferencedSOPSequence)),
            Map.entry("IMAGE", List.of(Tag.ReferencedSOPSequence)),
            Map.entry("WAVEFORM", List.of(Tag.ReferencedSOPSequence)),
            Map.entry("CONTAINER", List.of(Tag.ContinuityOfContent)),
            Map.entry("TABLE", List.of()));

    private final Findings findings;

    ContentTreeCheck(Findings findings) {
        this.findings = findings;
    }

    void check(DataSet root) {
        item(root, "");
    }

    private void item(DataSet item, String path) {
        String valueType = item.string(Tag.ValueType, "");
        List<Integer> needed = VALUES.get(valueType);
        if (needed == null && !valueType.isEmpty()) {
            findings.error(
                    Findings.path(path, Tag.ValueType),
                    ValidationRule.CONTENT_ITEM,
                    "the Value Type is none of "
                            + String.join(
                                    ", ", VALUES.keySet().stream().sorted().toList()));
        }
        for (int tag : needed == null ? List.<Integer>of() : needed) {
            if (item.element(tag).map(Element::isEmpty).orElse(true)) {
                findings.error(
                        Findings.path(path, tag),
                        ValidationRule.CONTENT_ITEM,
                        "a content item of Value Type " + valueType + " needs " + Findings.name(tag));
            }
        }
        if (valueType.equals("NUM") && !item.contains(Tag.MeasuredValueSequence)) {
            findings.error(
                    Findings.path(path, Tag.MeasuredValueSequence),
                    ValidationRule.CONTENT_ITEM,
                    "a content item of Value Type NUM needs MeasuredValueSequence, empty or not");
        }
        children(item, Findings.path(path, Tag.ContentSequence));
    }

    private void children(DataSet item, String path) {
        List<DataSet> children = item.items(Tag.ContentSequence);
        for (int index = 0; index < children.size() && !findings.isFull(); index++) {
            DataSet child = children.get(index);
            String childPath = Findings.item(path, index);
            require(child, Tag.RelationshipType, childPath);
            if (!child.contains(Tag.ReferencedContentItemIdentifier)) {
                require(child, Tag.ValueType, childPath);
                item(child, childPath);
            }
        }
    }

    private void require(DataSet item, int tag, String path) {
        if (item.string(tag).isEmpty()) {
            findings.error(
                    Findings.path(path, tag),
                    ValidationRule.CONTENT_ITEM,
                    "a content item needs " + Findings.name(tag));
        }
    }
}
