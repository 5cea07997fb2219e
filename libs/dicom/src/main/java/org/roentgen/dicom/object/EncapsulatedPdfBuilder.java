package org.roentgen.dicom.object;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;

/** Puts a PDF document into a patient's study (PS3.3 A.45.1). */
public final class EncapsulatedPdfBuilder {
    private static final byte[] PDF_START = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final DerivedObject object;
    private final DataSet source;

    /**
     * Prepares a document.
     *
     * @param source of patient and study
     */
    public EncapsulatedPdfBuilder(DerivedObject object, DataSet source) {
        this.object = object;
        this.source = source;
    }

    /**
     * The document.
     *
     * @throws IllegalArgumentException when the bytes are no PDF
     */
    public DataSet build(String title, byte[] pdf) {
        if (!Arrays.equals(PDF_START, 0, PDF_START.length, pdf, 0, Math.min(PDF_START.length, pdf.length))) {
            throw new IllegalArgumentException("The document is no PDF: it does not begin with %PDF-");
        }
        byte[] even = pdf.length % 2 == 0 ? pdf : Arrays.copyOf(pdf, pdf.length + 1);
        return Modules.start(source, object, Uid.EncapsulatedPDFStorage, "DOC")
                .put(Tag.ConversionType, "WSD")
                .put(Tag.AcquisitionDateTime)
                .put(Tag.BurnedInAnnotation, "YES")
                .put(Tag.DocumentTitle, title)
                .putItems(Tag.ConceptNameCodeSequence, List.of())
                .put(Tag.MIMETypeOfEncapsulatedDocument, "application/pdf")
                .putBytes(Tag.EncapsulatedDocument, VR.OB, even)
                .putIntegers(Tag.EncapsulatedDocumentLength, pdf.length)
                .build();
    }
}
