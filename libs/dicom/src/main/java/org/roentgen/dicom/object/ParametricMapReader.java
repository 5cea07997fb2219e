package org.roentgen.dicom.object;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.geometry.FrameGeometries;
import org.roentgen.dicom.pixel.Frame;

/** Reads Parametric Maps of integers and of single and double precision numbers; of several mappings of a frame the first. */
public final class ParametricMapReader {
    private ParametricMapReader() {}

    /**
     * The frames with their values.
     *
     * @throws ObjectFormatException when it is no parametric map, a frame has no mapping, or its bytes do not fit its description
     */
    public static ParametricMap read(DicomFile file) {
        return read(file.dataSet(), file.meta().transferSyntax());
    }

    /** The frames of a map that is not compressed. */
    public static ParametricMap read(DataSet map) {
        return read(map, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private static ParametricMap read(DataSet map, TransferSyntax syntax) {
        String sopClass = Attributes.string(map, Tag.SOPClassUID);
        if (!sopClass.equals(Uid.ParametricMapStorage)) {
            throw new ObjectFormatException(
                    "SOP Class UID is %s: a Parametric Map has %s".formatted(sopClass, Uid.ParametricMapStorage));
        }
        List<DataSet> groups = Attributes.items(map, Tag.PerFrameFunctionalGroupsSequence);
        DataSet shared = map.item(Tag.SharedFunctionalGroupsSequence).orElse(DataSet.EMPTY);
        FramePixels pixels = FramePixels.of(map, syntax);
        boolean floating = !map.contains(Tag.PixelData);
        List<MapFrame> frames = new ArrayList<>();
        for (int number = 0; number < groups.size(); number++) {
            DataSet item = FrameGeometries.group(groups.get(number), shared, Tag.RealWorldValueMappingSequence);
            RealWorldMapping mapping = RealWorldMapping.read(item, floating);
            frames.add(new MapFrame(
                    pixels.planes().get(number), mapping.quantity(), values(pixels.frame(number), mapping)));
        }
        return new ParametricMap(frames);
    }

    private static double[] values(Frame frame, RealWorldMapping mapping) {
        double[] values = frame.toDoubles();
        for (int index = 0; index < values.length; index++) {
            values[index] = mapping.apply(values[index]);
        }
        return values;
    }
}
