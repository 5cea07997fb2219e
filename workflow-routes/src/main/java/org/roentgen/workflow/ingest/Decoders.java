package org.roentgen.workflow.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.codec.FrameCodecs;

/** Knows whether the platform can decode an instance's pixels. */
@ApplicationScoped
public class Decoders {
    /** True as well for an instance without pixels. */
    public boolean canDecode(DataSet dataSet, TransferSyntax syntax) {
        if (!dataSet.contains(Tag.PixelData)) {
            return true;
        }
        return syntax.encapsulated()
                ? FrameCodecs.decodable().contains(syntax.uid())
                : TransferSyntax.find(syntax.uid()).isPresent();
    }
}
