package org.roentgen.imaging.series;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.imaging.ImageFormatException;

/** Frames of uncompressed images with 8 or 16 bits allocated. */
public final class NativeFramePixels implements FramePixels {
    @Override
    public float[] storedValues(DicomFile image, int frame) throws IOException {
        DataSet dataSet = image.dataSet();
        int allocated = dataSet.integer(Tag.BitsAllocated, 0);
        boolean readable = !image.meta().transferSyntax().encapsulated()
                && dataSet.integer(Tag.SamplesPerPixel, 1) == 1
                && (allocated == 8 || allocated == 16);
        if (!readable) {
            throw new ImageFormatException(
                    "Only uncompressed images of one sample with 8 or 16 bits are read, not %s with %d bits"
                            .formatted(image.meta().transferSyntax().name(), allocated));
        }
        int count = dataSet.integer(Tag.Rows, 0) * dataSet.integer(Tag.Columns, 0);
        byte[] bytes = dataSet.bytes(Tag.PixelData).orElse(new byte[0]);
        int width = allocated / 8;
        if (bytes.length < (long) (frame + 1) * count * width) {
            throw new ImageFormatException("Pixel Data has %d bytes: frame %d of %d pixels is not whole"
                    .formatted(bytes.length, frame + 1, count));
        }
        return values(ByteBuffer.wrap(bytes, frame * count * width, count * width), dataSet, count, width);
    }

    private static float[] values(ByteBuffer data, DataSet dataSet, int count, int width) {
        data.order(ByteOrder.LITTLE_ENDIAN);
        int stored = dataSet.integer(Tag.BitsStored, 8 * width);
        int lowest = dataSet.integer(Tag.HighBit, stored - 1) + 1 - stored;
        boolean signed = dataSet.integer(Tag.PixelRepresentation, 0) == 1;
        float[] values = new float[count];
        for (int index = 0; index < count; index++) {
            int raw = width == 1 ? Byte.toUnsignedInt(data.get()) : Short.toUnsignedInt(data.getShort());
            int bits = raw >>> lowest & (1 << stored) - 1;
            values[index] = signed ? bits << 32 - stored >> 32 - stored : bits;
        }
        return values;
    }
}
