package org.roentgen.dicom;

/**
 * File meta information (PS3.10 section 7.1).
 *
 * @param preamble the 128 bytes before the prefix, or {@link Bytes#EMPTY} where the file had none
 * @param dataSet the elements of group 0002, empty where the file had none
 * @param transferSyntax the encoding of the data set: as stated, or as guessed where it was not
 */
public record FileMeta(Bytes preamble, DataSet dataSet, TransferSyntax transferSyntax) {
    /** Implementation Class UID of this toolkit. */
    public static final String IMPLEMENTATION_CLASS_UID = "2.25.278136411302049120475917358061232745211";

    /** Implementation Version Name of this toolkit. */
    public static final String IMPLEMENTATION_VERSION_NAME = "ROENTGEN_1";

    /** Meta information for a data set, its SOP class and instance taken from it. */
    public static FileMeta of(DataSet dataSet, TransferSyntax syntax) {
        return of(dataSet.string(Tag.SOPClassUID, ""), dataSet.string(Tag.SOPInstanceUID, ""), syntax);
    }

    /** Meta information for an instance. */
    public static FileMeta of(String sopClassUid, String sopInstanceUid, TransferSyntax syntax) {
        DataSet dataSet = DataSet.builder()
                .putIntegers(Tag.FileMetaInformationGroupLength, 0)
                .putBytes(Tag.FileMetaInformationVersion, VR.OB, new byte[] {0, 1})
                .put(Tag.MediaStorageSOPClassUID, sopClassUid)
                .put(Tag.MediaStorageSOPInstanceUID, sopInstanceUid)
                .put(Tag.TransferSyntaxUID, syntax.uid())
                .put(Tag.ImplementationClassUID, IMPLEMENTATION_CLASS_UID)
                .put(Tag.ImplementationVersionName, IMPLEMENTATION_VERSION_NAME)
                .build();
        return new FileMeta(Bytes.EMPTY, dataSet, syntax);
    }

    /** Media Storage SOP Class UID, or empty text. */
    public String sopClassUid() {
        return dataSet.string(Tag.MediaStorageSOPClassUID, "");
    }

    /** Media Storage SOP Instance UID, or empty text. */
    public String sopInstanceUid() {
        return dataSet.string(Tag.MediaStorageSOPInstanceUID, "");
    }

    /** The same for a data set in another encoding. */
    public FileMeta withTransferSyntax(TransferSyntax syntax) {
        DataSet changed =
                dataSet.toBuilder().put(Tag.TransferSyntaxUID, syntax.uid()).build();
        return new FileMeta(preamble, changed, syntax);
    }
}
