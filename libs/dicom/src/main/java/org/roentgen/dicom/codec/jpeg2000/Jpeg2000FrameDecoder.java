package org.roentgen.dicom.codec.jpeg2000;

import java.util.Arrays;
import org.roentgen.dicom.codec.FrameDecoder;
import org.roentgen.dicom.codec.FrameFormat;
import org.roentgen.dicom.codec.MalformedFrameException;

/**
 * JPEG 2000 part 1 frames (transfer syntaxes 1.2.840.10008.1.2.4.90 and .91). The component transform of the codestream is
 * undone: YBR_RCT and YBR_ICT come out as RGB.
 */
public final class Jpeg2000FrameDecoder implements FrameDecoder {
    @Override
    public void decode(byte[] frame, FrameFormat format, byte[] target) throws MalformedFrameException {
        Codestream codestream = new Codestream(frame);
        check(codestream, format);
        Arrays.fill(target, 0, Math.toIntExact(format.bytes()), (byte) 0);
        for (Tile tile : codestream.tiles()) {
            new TileDecoder(codestream.imageSize(), tile).decode(frame, format, target);
        }
    }

    static void check(Codestream codestream, FrameFormat format) throws MalformedFrameException {
        ImageSize size = codestream.imageSize();
        int expected = size.tilesAcross() * size.tilesDown();
        if (codestream.tiles().size() != expected) {
            throw new MalformedFrameException(
                    "JPEG 2000", -1, codestream.tiles().size() + " of " + expected + " tiles are in the codestream");
        }
        int rows = size.pixels(size.image()).height();
        int columns = size.pixels(size.image()).width();
        int count = size.components().size();
        if (rows != format.rows() || columns != format.columns() || count != format.samplesPerPixel()) {
            throw new MalformedFrameException(
                    "JPEG 2000",
                    0,
                    "the codestream holds " + rows + " x " + columns + " pixels of " + count
                            + " samples, the data set says " + format.rows() + " x " + format.columns() + " of "
                            + format.samplesPerPixel());
        }
        for (ImageSize.Component component : size.components()) {
            if (component.bits() > format.sample().bitsAllocated()) {
                throw new MalformedFrameException(
                        "JPEG 2000",
                        0,
                        "samples of " + component.bits() + " bits do not fit Bits Allocated "
                                + format.sample().bitsAllocated());
            }
        }
    }
}
