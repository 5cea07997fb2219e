package org.roentgen.dicom.deidentify;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.roentgen.dicom.Bytes;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Tags;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.Value;

/** Applies the actions to the elements of a data set and of its items. */
final class DataSetTreatment {
    private static final int PIXEL_DESCRIPTION = 0x0028;

    private static final Set<Integer> PRODUCTS =
            Set.of(Tag.Manufacturer, Tag.ManufacturerModelName, Tag.SoftwareVersions);
    /** The defined terms of the attributes that say what an item of a report is, in PS3.3 section C.17.3. */
    private static final Set<String> KINDS_OF_CONTENT = Set.of(
            "TEXT",
            "NUM",
            "CODE",
            "DATE",
            "TIME",
            "DATETIME",
            "UIDREF",
            "PNAME",
            "COMPOSITE",
            "IMAGE",
            "WAVEFORM",
            "SCOORD",
            "SCOORD3D",
            "TCOORD",
            "CONTAINER",
            "TABLE",
            "CONTAINS",
            "HAS PROPERTIES",
            "HAS OBS CONTEXT",
            "HAS ACQ CONTEXT",
            "INFERRED FROM",
            "SELECTED FROM",
            "HAS CONCEPT MOD");

    private final ActionResolver resolver;
    private final InstanceContext context;
    private final Pseudonyms pseudonyms;
    private final List<AttributeAction> actions;
    private final StringBuilder path = new StringBuilder();

    DataSetTreatment(
            ActionResolver resolver, InstanceContext context, Pseudonyms pseudonyms, List<AttributeAction> actions) {
        this.resolver = resolver;
        this.context = context;
        this.pseudonyms = pseudonyms;
        this.actions = actions;
    }

    DataSet treat(DataSet dataSet) {
        return treat(dataSet, 0);
    }

    private DataSet treat(DataSet dataSet, int sequence) {
        DataSet.Builder builder = dataSet.toBuilder();
        for (Element element : dataSet) {
            Action action = resolver.resolve(dataSet, element, context.family(), sequence);
            if (action == Action.KEEP && !dataSet.vr(element).isSequence()) {
                keep(dataSet, element, builder);
                continue;
            }
            int before = path.length();
            path.append(before == 0 ? "" : ".").append(Tags.format(element.tag()));
            if (action != Action.KEEP) {
                actions.add(new AttributeAction(path.toString(), action));
            }
            apply(action, dataSet, element, builder);
            path.setLength(before);
        }
        return builder.build();
    }

    private void apply(Action action, DataSet dataSet, Element element, DataSet.Builder builder) {
        int tag = element.tag();
        VR vr = dataSet.vr(element);
        switch (action) {
            case KEEP -> putTreatedItems(dataSet, element, builder);
            case EMPTY -> builder.putElement(empty(tag, vr));
            case DUMMY -> putDummy(dataSet, element, vr, builder);
            case REPLACE_UID -> replaceUids(dataSet, element, vr, builder);
            case CLEAN_TEXT -> replace(dataSet, element, vr, builder, context.cleaner()::clean);
            case SHIFT_DATE ->
                replace(dataSet, element, vr, builder, text -> DateShift.shift(text, context.dayOffset()));
            case YEAR_ONLY -> replace(dataSet, element, vr, builder, text -> DateShift.year(text, vr == VR.DA));
            case PSEUDONYM -> putPseudonym(dataSet, tag, vr, builder);
            case CLEAN_PIXELS -> {} // done on the whole image, before its attributes
            case REMOVE, ADD -> builder.remove(tag);
        }
    }

    private static Element empty(int tag, VR vr) {
        return new Element(tag, vr, vr.isSequence() ? new Value.Items(List.of(), false) : Bytes.EMPTY);
    }

    private void keep(DataSet dataSet, Element element, DataSet.Builder builder) {
        int tag = element.tag();
        VR vr = dataSet.vr(element);
        if (tag == Tag.PatientAge) {
            builder.put(tag, Ages.capped(dataSet.string(tag, "")));
        } else if (vr.isString() && (isScrubbed(tag, vr) || hidesText(dataSet.data(element)))) {
            scrub(dataSet, element, vr, builder);
        }
    }

    /** Text that the table lets stay is not meant to name the patient; where it does, the name goes. */
    private void scrub(DataSet dataSet, Element element, VR vr, DataSet.Builder builder) {
        List<String> values = dataSet.strings(element);
        String[] scrubbed = new String[values.size()];
        boolean changed = false;
        for (int i = 0; i < scrubbed.length; i++) {
            String value = values.get(i);
            int nul = value.indexOf('\0');
            String shown = nul < 0 ? value : value.substring(0, nul);
            scrubbed[i] = isScrubbed(element.tag(), vr) ? scrubbed(element.tag(), shown, vr) : shown;
            changed |= !scrubbed[i].equals(value);
        }
        if (changed) {
            builder.put(element.tag(), vr, scrubbed);
            actions.add(new AttributeAction(pathOf(element.tag()), Action.CLEAN_TEXT));
        }
    }

    private String scrubbed(int tag, String text, VR vr) {
        if (PRODUCTS.contains(tag)) {
            return context.cleaner().scrubProduct(text);
        }
        if (ActionResolver.isListed(tag)) {
            return context.cleaner().scrubKept(text);
        }
        if ((tag == Tag.ValueType || tag == Tag.RelationshipType) && KINDS_OF_CONTENT.contains(text)) {
            return text;
        }
        return switch (vr) {
            case CS, UR -> context.cleaner().scrubCode(text);
            case LT, ST, UT -> context.cleaner().clean(text).orElse("");
            default -> context.cleaner().scrub(text);
        };
    }

    /**
     * The values of codes are taken from a list. Of what an option keeps, the text may name people; the institution that an
     * option keeps may be called like one. What an override keeps stays as it is.
     */
    private boolean isScrubbed(int tag, VR vr) {
        boolean isCode = vr == VR.CS || vr == VR.UR;
        if (tag == Tag.CodeValue || tag == Tag.CodingSchemeDesignator || !vr.usesCharacterSet() && !isCode) {
            return false;
        }
        if (ActionResolver.isListed(tag)) {
            return !isCode
                    && vr != VR.PN
                    && tag != Tag.EthnicGroup
                    && !resolver.isOverridden(tag)
                    && !ActionResolver.isKeptBy(Option.RETAIN_INSTITUTION_IDENTITY, tag);
        }
        return Tags.group(tag) != PIXEL_DESCRIPTION || !isCode;
    }

    private String pathOf(int tag) {
        return path.isEmpty() ? Tags.format(tag) : path + "." + Tags.format(tag);
    }

    /** True where text goes on after a NUL, which most readers do not show. */
    private static boolean hidesText(Bytes text) {
        ByteBuffer buffer = text.buffer();
        while (buffer.hasRemaining()) {
            if (buffer.get() == 0 && buffer.hasRemaining()) {
                return true;
            }
        }
        return false;
    }

    private void putTreatedItems(DataSet dataSet, Element element, DataSet.Builder builder) {
        boolean undefined = element.value() instanceof Value.Items items && items.undefinedLength();
        List<DataSet> treated = new ArrayList<>();
        for (DataSet item : dataSet.items(element.tag())) {
            int before = path.length();
            path.append('[').append(treated.size()).append(']');
            treated.add(treat(item, element.tag()));
            path.setLength(before);
        }
        builder.putElement(new Element(element.tag(), VR.SQ, new Value.Items(treated, undefined)));
    }

    private void putDummy(DataSet dataSet, Element element, VR vr, DataSet.Builder builder) {
        int tag = element.tag();
        if (tag == Tag.PersonIdentificationCodeSequence || tag == Tag.OperatorIdentificationSequence) {
            builder.putItems(tag, DummyValues.CODE);
        } else if (vr.isSequence()) {
            putTreatedItems(dataSet, element, builder);
        } else if (vr == VR.UI) {
            replaceUids(dataSet, element, vr, builder);
        } else if (tag == Tag.EncapsulatedDocument) {
            byte[] document = DummyValues.document(dataSet.string(Tag.MIMETypeOfEncapsulatedDocument, ""));
            builder.putBytes(tag, vr, document);
            if (dataSet.contains(Tag.EncapsulatedDocumentLength)) {
                builder.putIntegers(Tag.EncapsulatedDocumentLength, document.length);
            }
        } else {
            DummyValues.put(builder, tag, vr);
        }
    }

    private void replaceUids(DataSet dataSet, Element element, VR vr, DataSet.Builder builder) {
        if (vr.isSequence()) {
            putTreatedItems(dataSet, element, builder);
            return;
        }
        String[] values = dataSet.strings(element).toArray(String[]::new);
        Arrays.setAll(values, i -> pseudonyms.uid(values[i]));
        builder.put(element.tag(), VR.UI, values);
    }

    /** Replaces each value; a value that cannot be made safe empties the attribute. */
    private static void replace(
            DataSet dataSet,
            Element element,
            VR vr,
            DataSet.Builder builder,
            Function<String, Optional<String>> replacement) {
        List<String> values = new ArrayList<>();
        for (String value : dataSet.strings(element)) {
            Optional<String> replaced = value.isEmpty() ? Optional.of("") : replacement.apply(value);
            if (replaced.isEmpty()) {
                builder.putElement(empty(element.tag(), vr));
                return;
            }
            values.add(replaced.get());
        }
        builder.put(element.tag(), vr, values.toArray(String[]::new));
    }

    private void putPseudonym(DataSet dataSet, int tag, VR vr, DataSet.Builder builder) {
        if (tag != Tag.AccessionNumber) {
            builder.put(tag, vr, context.patientPseudonym());
            return;
        }
        String accession = dataSet.string(tag, "");
        builder.put(tag, vr, accession.isEmpty() ? "" : pseudonyms.accessionNumber(accession));
    }
}
