package org.roentgen.dicom.deidentify.burnedin;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.roentgen.dicom.pixel.Frame;
import org.roentgen.dicom.pixel.PhotometricInterpretation;
import org.roentgen.dicom.pixel.PixelReader;
import org.roentgen.dicom.pixel.RenderedFrame;
import org.roentgen.dicom.pixel.Renderer;

/** The brightness of frames, larger where a display is brighter. */
final class Planes {
    private static final int LARGEST = 65_535;

    private Planes() {}

    /** One plane of grey; of colour the brightest and the darkest of the three colours. */
    static List<Plane> of(PixelReader pixels, int number) throws IOException {
        PhotometricInterpretation photometric = pixels.description().photometric();
        if (pixels.description().format().samplesPerPixel() == 1
                && photometric != PhotometricInterpretation.PALETTE_COLOR) {
            Frame frame = pixels.frame(number);
            Plane plane = new Plane(frame.format().columns(), frame.format().rows(), brightness(frame));
            return List.of(photometric == PhotometricInterpretation.MONOCHROME1 ? plane.inverted() : plane);
        }
        RenderedFrame shown = new Renderer(pixels).render(number);
        return shown.colour() ? ofColour(shown) : List.of(ofGrey(shown));
    }

    /** Stored values; those that do not fit are brought to 16 bits. */
    private static int[] brightness(Frame frame) {
        if (frame.format().sample().bitsStored() < Integer.SIZE) {
            return frame.toInts();
        }
        double[] values = frame.toDoubles();
        double least = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
        double most = Arrays.stream(values).filter(Double::isFinite).max().orElse(0);
        double scale = most > least ? LARGEST / (most - least) : 0;
        int[] scaled = new int[values.length];
        Arrays.setAll(scaled, i -> (int) Math.round((values[i] - least) * scale));
        return scaled;
    }

    private static Plane ofGrey(RenderedFrame shown) {
        int[] values = new int[shown.bytes().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = shown.bytes()[i] & 0xFF;
        }
        return new Plane(shown.width(), shown.height(), values);
    }

    private static List<Plane> ofColour(RenderedFrame shown) {
        int[] brightest = new int[shown.width() * shown.height()];
        int[] darkest = new int[brightest.length];
        boolean grey = true;
        for (int i = 0; i < brightest.length; i++) {
            int red = shown.bytes()[3 * i] & 0xFF;
            int green = shown.bytes()[3 * i + 1] & 0xFF;
            int blue = shown.bytes()[3 * i + 2] & 0xFF;
            brightest[i] = Math.max(red, Math.max(green, blue));
            darkest[i] = Math.min(red, Math.min(green, blue));
            grey &= brightest[i] - darkest[i] < 8;
        }
        Plane plane = new Plane(shown.width(), shown.height(), brightest);
        return grey ? List.of(plane) : List.of(plane, new Plane(shown.width(), shown.height(), darkest));
    }
}
