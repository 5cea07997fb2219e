package org.roentgen.dicom.deidentify.face;

import java.io.IOException;
import java.util.BitSet;
import java.util.function.Function;
import org.roentgen.dicom.geometry.PlaneGeometry;

/** Of parallel frames that lose a face which another series shows the one that loses most, before and after. */
final class PlanePicture {
    private PlanePicture() {}

    /** @param face of a frame */
    static FacePicture of(HeadStack stack, SeriesPixels pixels, Function<HeadFrame, Face> face) throws IOException {
        HeadFrame shown = stack.frames().getFirst();
        BitSet most = new BitSet();
        for (HeadFrame frame : stack.frames()) {
            BitSet mask = face.apply(frame).mask(frame.plane());
            if (mask.cardinality() > most.cardinality()) {
                shown = frame;
                most = mask;
            }
        }
        Tissue tissue = Tissue.of(new HeadVolume(stack.frames(), pixels));
        float[] values = pixels.values(shown);
        return FacePicture.beside(
                draw(shown.plane(), values, new BitSet(), tissue), draw(shown.plane(), values, most, tissue));
    }

    private static FacePicture draw(PlaneGeometry plane, float[] values, BitSet hidden, Tissue tissue) {
        int width = (int) Math.ceil(plane.columns() * plane.columnSpacing());
        int height = (int) Math.ceil(plane.rows() * plane.rowSpacing());
        byte[] grey = new byte[width * height];
        for (int y = 0; y < height; y++) {
            int row = (int) (y / plane.rowSpacing());
            for (int x = 0; x < width; x++) {
                int pixel = row * plane.columns() + (int) (x / plane.columnSpacing());
                grey[y * width + x] = hidden.get(pixel) ? 0 : tissue.grey(values[pixel]);
            }
        }
        return new FacePicture(width, height, grey);
    }
}
