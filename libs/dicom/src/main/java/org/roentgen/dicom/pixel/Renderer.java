package org.roentgen.dicom.pixel;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows frames: grey through modality and VOI transforms, palettes and colour models to RGB (PS3.3 C.7.6.3, C.11). */
public final class Renderer {
    private final PixelReader pixels;

    public Renderer(PixelReader pixels) {
        this.pixels = pixels;
    }

    /** Renders a frame, from 0, with the window or table that the data set gives, else with its range of values. */
    public RenderedFrame render(int frame) throws IOException {
        return render(frame, null);
    }

    /**
     * @param frame number of the frame, from 0
     * @param voi replaces what the data set gives; has no effect on colour
     */
    public RenderedFrame render(int frame, VoiTransform.@Nullable Window voi) throws IOException {
        Frame stored = pixels.frame(frame);
        PixelDescription description = pixels.description();
        int width = description.format().columns();
        int height = description.format().rows();
        if (description.format().samplesPerPixel() >= 3) {
            boolean rgb = ColourModel.isRgb(description.photometric(), pixels, frame);
            return new RenderedFrame(width, height, true, ColourModel.toRgb(stored, description.photometric(), rgb));
        }
        if (description.photometric() == PhotometricInterpretation.PALETTE_COLOR) {
            Optional<Palette> palette =
                    Palette.of(pixels.dataSet(), description.format().sample().signed());
            if (palette.isPresent()) {
                return new RenderedFrame(width, height, true, palette.get().toRgb(stored));
            }
        }
        return new RenderedFrame(
                width, height, false, GreyScale.render(pixels, frame, stored, Optional.ofNullable(voi)));
    }
}
