package org.roentgen.dicom.deidentify;

import java.nio.charset.StandardCharsets;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.VR;

/** Values that say nothing and are valid for their VR. */
final class DummyValues {
    /** A coded concept that says nothing. */
    static final DataSet CODE = DataSet.builder()
            .put(Tag.CodeValue, "REMOVED")
            .put(Tag.CodingSchemeDesignator, "99ROENTGEN")
            .put(Tag.CodeMeaning, "Removed")
            .build();

    private static final String PDF = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
            xref
            0 4
            0000000000 65535 f\s
            0000000009 00000 n\s
            0000000052 00000 n\s
            0000000101 00000 n\s
            trailer<</Size 4/Root 1 0 R>>
            startxref
            164
            %%EOF
            """;

    private DummyValues() {}

    /** A document that says nothing and that a viewer of its type opens; of even length. */
    static byte[] document(String mimeType) {
        String text =
                switch (mimeType) {
                    case "application/pdf" -> PDF;
                    case "text/XML", "text/xml", "application/xml" ->
                        "<?xml version=\"1.0\"?><ClinicalDocument xmlns=\"urn:hl7-org:v3\"/>";
                    default -> "  ";
                };
        return (text.length() % 2 == 0 ? text : text + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    static void put(DataSet.Builder builder, int tag, VR vr) {
        switch (vr) {
            case DA -> builder.put(tag, vr, "19000101");
            case DT -> builder.put(tag, vr, "19000101000000");
            case TM -> builder.put(tag, vr, "000000");
            case AS -> builder.put(tag, vr, "000Y");
            case DS, IS -> builder.put(tag, vr, "0");
            case UR -> builder.put(tag, vr, "urn:removed");
            case AE, CS, LO, LT, PN, SH, ST, UC, UT -> builder.put(tag, vr, "REMOVED");
            default -> builder.putBytes(tag, vr, new byte[Math.max(2, vr == VR.AT ? 4 : vr.unit())]);
        }
    }
}
