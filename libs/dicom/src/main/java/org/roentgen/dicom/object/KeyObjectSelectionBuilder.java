package org.roentgen.dicom.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Uid;

/** Builds Key Object Selection documents (PS3.3 A.35.4, PS3.16 TID 2010): images picked for a purpose. */
public final class KeyObjectSelectionBuilder {
    /** The default title: of interest. */
    public static final Code OF_INTEREST = new Code("113000", "DCM", "Of Interest");

    /** Images that are the evidence of a report. */
    public static final Code FOR_REPORT_ATTACHMENT = new Code("113004", "DCM", "For Report Attachment");

    private static final Code DESCRIPTION = new Code("113012", "DCM", "Key Object Description");

    private final DerivedObject object;

    public KeyObjectSelectionBuilder(DerivedObject object) {
        this.object = object;
    }

    /**
     * A selection of instances of one study.
     *
     * @param title a document title of CID 7010
     * @param description for people, may be absent
     */
    public DataSet build(Code title, Optional<String> description, List<DataSet> instances) {
        if (instances.isEmpty()) {
            throw new IllegalArgumentException("A key object selection needs at least one instance");
        }
        List<DataSet> selected = References.distinct(instances);
        List<DataSet> content = new ArrayList<>();
        description.ifPresent(text -> content.add(ContentItem.text("CONTAINS", DESCRIPTION, text)));
        selected.forEach(instance ->
                content.add(ContentItem.image(Modules.reference(instance).build())));
        return Modules.start(selected.getFirst(), object, Uid.KeyObjectSelectionDocumentStorage, "KO")
                .putItems(Tag.ReferencedPerformedProcedureStepSequence, List.of())
                .putItems(Tag.CurrentRequestedProcedureEvidenceSequence, References.evidence(selected))
                .put(Tag.ValueType, "CONTAINER")
                .putItems(Tag.ConceptNameCodeSequence, title.toItem())
                .put(Tag.ContinuityOfContent, "SEPARATE")
                .putItems(Tag.ContentTemplateSequence, ContentItem.template("2010"))
                .putItems(Tag.ContentSequence, content)
                .build();
    }
}
