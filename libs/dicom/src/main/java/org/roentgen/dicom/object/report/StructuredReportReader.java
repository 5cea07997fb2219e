package org.roentgen.dicom.object.report;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.object.Attributes;
import org.roentgen.dicom.object.ObjectFormatException;

/** Reads structured reports of all SOP classes, Key Object Selections among them, into a tree. */
public final class StructuredReportReader {
    private static final String SOP_CLASSES = "1.2.840.10008.5.1.4.1.1.88.";
    private static final int DEEPEST = 128;

    private StructuredReportReader() {}

    /**
     * The whole document.
     *
     * @throws ObjectFormatException when it is no structured report, or an item lacks what its value type needs
     */
    public static StructuredReport read(DataSet report) {
        String sopClass = Attributes.string(report, Tag.SOPClassUID);
        if (!sopClass.startsWith(SOP_CLASSES)) {
            throw new ObjectFormatException("SOP Class UID %s is no structured report".formatted(sopClass));
        }
        String valueType = Attributes.string(report, Tag.ValueType);
        if (!valueType.equals("CONTAINER")) {
            throw new ObjectFormatException(
                    "The document's Value Type is '%s': CONTAINER is needed".formatted(valueType));
        }
        return new StructuredReport(
                sopClass,
                report.string(Tag.CompletionFlag, ""),
                report.string(Tag.VerificationFlag, ""),
                item(report, 0));
    }

    private static ReportItem item(DataSet item, int depth) {
        if (depth > DEEPEST) {
            throw new ObjectFormatException("Content items are nested deeper than %d".formatted(DEEPEST));
        }
        List<ReportItem> children = new ArrayList<>();
        for (DataSet child : item.items(Tag.ContentSequence)) {
            children.add(item(child, depth + 1));
        }
        return new ReportItem(
                item.string(Tag.RelationshipType, ""),
                Attributes.code(item, Tag.ConceptNameCodeSequence),
                ReportValues.read(item),
                children);
    }
}
