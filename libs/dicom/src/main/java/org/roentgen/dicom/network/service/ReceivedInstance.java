package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.nio.file.Path;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.service.InstanceFiles.Durability;

/**
 * A received instance on disk.
 *
 * @param size of the file in bytes
 */
public record ReceivedInstance(Path path, StoreRequest request, long size) {
    private static final ReadOptions HEADER = ReadOptions.LENIENT.stopBefore(Tag.PixelData);

    /**
     * Reads the attributes in front of the pixel data.
     *
     * @throws org.roentgen.dicom.MalformedDicomException when they cannot be understood
     */
    public DataSet header() throws IOException {
        return DicomFile.read(path, HEADER).dataSet();
    }

    /**
     * Compares the header with the request (PS3.4 table B.2-1).
     *
     * @return success, or A900H with what differs
     */
    public static DimseStatus check(DataSet header, StoreRequest request) {
        if (!header.string(Tag.SOPClassUID, "").equals(request.sopClassUid())) {
            return DimseStatus.DATA_SET_DOES_NOT_MATCH_SOP_CLASS.because(
                    "SOP Class UID of data set differs from request");
        }
        if (!header.string(Tag.SOPInstanceUID, "").equals(request.sopInstanceUid())) {
            return DimseStatus.DATA_SET_DOES_NOT_MATCH_SOP_CLASS.because(
                    "SOP Instance UID of data set differs from request");
        }
        return DimseStatus.SUCCESS;
    }

    /** Gives the file its final name, atomically; an existing file is replaced. */
    public ReceivedInstance moveTo(Path target, Durability durability) throws IOException {
        InstanceFiles.move(path, target, durability);
        return new ReceivedInstance(target, request, size);
    }
}
