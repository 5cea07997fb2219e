package org.roentgen.workflow.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.MalformedDicomException;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.pixel.PixelReader;
import org.roentgen.domain.archive.InstanceAttributes;
import org.roentgen.domain.archive.InstanceDescriptor;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.workflow.configuration.Identified;

/** Reads stored instances and says what the archive must know of them. */
@ApplicationScoped
public class Instances {
    private final ObjectStore objects;

    Instances(@Identified ObjectStore objects) {
        this.objects = objects;
    }

    /**
     * Reads the whole instance, so that a truncated one is noticed; its pixels stay on disk.
     *
     * @throws RoentgenException MALFORMED_DICOM
     */
    public DicomFile read(ObjectId object) throws IOException {
        try {
            DicomFile file = DicomFile.read(objects.file(object), ReadOptions.LENIENT);
            if (file.isTruncated()) {
                throw new RoentgenException(
                        ErrorCode.MALFORMED_DICOM,
                        "The instance ends inside an element: it is truncated, send it again");
            }
            return file;
        } catch (MalformedDicomException e) {
            throw new RoentgenException(
                    ErrorCode.MALFORMED_DICOM, "Not a well-formed DICOM instance: " + e.getMessage(), e);
        }
    }

    /** @throws RoentgenException MALFORMED_DICOM if a UID that the archive needs is missing */
    public InstanceDescriptor describe(DicomFile file, ObjectId object, long size) {
        return new Attributes(file.dataSet())
                .describe(file.meta().transferSyntax().uid(), PixelReader.canRead(file), object, size);
    }

    private record Attributes(DataSet dataSet) implements InstanceAttributes {
        @Override
        public Optional<String> text(int tag) {
            return Optional.of(String.join("\\", dataSet.strings(tag))).filter(text -> !text.isEmpty());
        }

        @Override
        public List<InstanceAttributes> items(int tag) {
            return dataSet.items(tag).stream()
                    .<InstanceAttributes>map(Attributes::new)
                    .toList();
        }
    }
}
