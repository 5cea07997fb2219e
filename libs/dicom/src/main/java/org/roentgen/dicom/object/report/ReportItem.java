package org.roentgen.dicom.object.report;

import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.object.Code;

/**
 * A content item with those below it.
 *
 * @param relationship to the item above, such as CONTAINS; empty for the root
 * @param concept its name
 */
public record ReportItem(String relationship, Optional<Code> concept, ReportValue value, List<ReportItem> children) {
    public ReportItem {
        children = List.copyOf(children);
    }

    /** The children of a concept, in document order. */
    public List<ReportItem> children(Code name) {
        return children.stream()
                .filter(child -> child.concept().filter(name::sameAs).isPresent())
                .toList();
    }
}
