package org.roentgen.dicom.object;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.geometry.FrameGeometries;
import org.roentgen.dicom.geometry.GeometryException;
import org.roentgen.dicom.geometry.PlaneGeometry;
import org.roentgen.dicom.pixel.Frame;
import org.roentgen.dicom.pixel.PixelReader;
import org.roentgen.dicom.pixel.UnreadablePixelsException;

/** Frames with their planes, whatever is wrong with them told as an {@link ObjectFormatException}. */
final class FramePixels {
    private final PixelReader reader;
    private final List<PlaneGeometry> planes;

    private FramePixels(PixelReader reader, List<PlaneGeometry> planes) {
        this.reader = reader;
        this.planes = planes;
    }

    static FramePixels of(DataSet dataSet, TransferSyntax syntax) {
        try {
            List<PlaneGeometry> planes = FrameGeometries.of(dataSet);
            PixelReader reader = PixelReader.of(dataSet, syntax);
            if (reader.frames() != planes.size()
                    || reader.description().format().samplesPerPixel() != 1) {
                throw new ObjectFormatException(
                        "%d items of per-frame functional groups do not describe %d frames of %d samples"
                                .formatted(
                                        planes.size(),
                                        reader.frames(),
                                        reader.description().format().samplesPerPixel()));
            }
            return new FramePixels(reader, planes);
        } catch (UnreadablePixelsException | GeometryException | IllegalArgumentException wrong) {
            throw new ObjectFormatException(String.valueOf(wrong.getMessage()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    PixelReader reader() {
        return reader;
    }

    List<PlaneGeometry> planes() {
        return planes;
    }

    Frame frame(int number) {
        try {
            return reader.frame(number);
        } catch (UnreadablePixelsException wrong) {
            throw new ObjectFormatException(String.valueOf(wrong.getMessage()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
