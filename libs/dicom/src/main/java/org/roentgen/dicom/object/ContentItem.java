package org.roentgen.dicom.object;

import java.util.List;
import java.util.Locale;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/** Makes content items of structured reports (PS3.3 C.17.3). */
final class ContentItem {
    private final DataSet.Builder builder = DataSet.builder();

    private ContentItem(String relationship, String valueType, Code concept) {
        if (!relationship.isEmpty()) {
            builder.put(Tag.RelationshipType, relationship);
        }
        builder.put(Tag.ValueType, valueType);
        builder.putItems(Tag.ConceptNameCodeSequence, concept.toItem());
    }

    static DataSet code(String relationship, Code concept, Code value) {
        ContentItem item = new ContentItem(relationship, "CODE", concept);
        return item.builder.putItems(Tag.ConceptCodeSequence, value.toItem()).build();
    }

    static DataSet text(String relationship, Code concept, String value) {
        return new ContentItem(relationship, "TEXT", concept)
                .builder
                .put(Tag.TextValue, value)
                .build();
    }

    static DataSet uid(String relationship, Code concept, String value) {
        return new ContentItem(relationship, "UIDREF", concept)
                .builder
                .put(Tag.UID, value)
                .build();
    }

    static DataSet number(Measurement measurement, List<DataSet> children) {
        DataSet value = DataSet.builder()
                .put(Tag.NumericValue, decimal(measurement.value()))
                .putItems(Tag.MeasurementUnitsCodeSequence, measurement.unit().toItem())
                .build();
        ContentItem item = new ContentItem("CONTAINS", "NUM", measurement.concept());
        item.builder.putItems(Tag.MeasuredValueSequence, value);
        return item.withChildren(children);
    }

    /** An image by reference, without a concept name where it is one of a library. */
    static DataSet image(DataSet reference) {
        return DataSet.builder()
                .put(Tag.RelationshipType, "CONTAINS")
                .put(Tag.ValueType, "IMAGE")
                .putItems(Tag.ReferencedSOPSequence, reference)
                .build();
    }

    static DataSet image(Code concept, DataSet reference) {
        ContentItem item = new ContentItem("CONTAINS", "IMAGE", concept);
        return item.builder.putItems(Tag.ReferencedSOPSequence, reference).build();
    }

    static DataSet container(Code concept, List<DataSet> children) {
        ContentItem item = new ContentItem("CONTAINS", "CONTAINER", concept);
        item.builder.put(Tag.ContinuityOfContent, "SEPARATE");
        return item.withChildren(children);
    }

    static DataSet container(Code concept, String template, List<DataSet> children) {
        return container(concept, children).toBuilder()
                .putItems(Tag.ContentTemplateSequence, template(template))
                .build();
    }

    static DataSet template(String identifier) {
        return DataSet.builder()
                .put(Tag.MappingResource, "DCMR")
                .put(Tag.TemplateIdentifier, identifier)
                .build();
    }

    /** At most 16 characters, as the VR DS demands. */
    private static String decimal(double value) {
        String plain = String.format(Locale.ROOT, "%.6f", value);
        return plain.length() <= 16 ? plain : String.format(Locale.ROOT, "%.8e", value);
    }

    private DataSet withChildren(List<DataSet> children) {
        return children.isEmpty()
                ? builder.build()
                : builder.putItems(Tag.ContentSequence, children).build();
    }
}
