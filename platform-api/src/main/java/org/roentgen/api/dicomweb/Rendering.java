package org.roentgen.api.dicomweb;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.dicom.pixel.PixelReader;
import org.roentgen.dicom.pixel.RenderedFrame;
import org.roentgen.dicom.pixel.Renderer;
import org.roentgen.dicom.pixel.VoiTransform;

/**
 * How a frame becomes a picture (PS3.18 section 8.3.5).
 *
 * @param mediaType JPEG or PNG
 * @param window instead of the instance's own; null for that
 * @param width in pixels that the picture must fit into; 0 for any
 * @param height in pixels that the picture must fit into; 0 for any
 * @param quality of a JPEG, 1 to 100
 */
record Rendering(String mediaType, VoiTransform.@Nullable Window window, int width, int height, int quality) {
    private static final int QUALITY = 90;
    private static final int MOST_PIXELS = 16_384;

    /**
     * From the parameters of WADO-RS.
     *
     * @param window centre, width, and optionally the function
     * @param viewport width and height
     */
    static Rendering of(
            @Nullable String accept, @Nullable String window, @Nullable String viewport, @Nullable String quality) {
        int[] box = viewport == null ? new int[] {0, 0} : box(viewport);
        return new Rendering(
                mediaType(accept), window == null ? null : window(window), box[0], box[1], quality(quality));
    }

    static Rendering thumbnail(@Nullable String accept, int size) {
        return new Rendering(mediaType(accept), null, size, size, QUALITY);
    }

    byte[] picture(PixelReader pixels, int frame) throws IOException {
        RenderedFrame rendered = new Renderer(pixels).render(frame, window);
        if (width > 0 || height > 0) {
            rendered = rendered.fitting(width > 0 ? width : MOST_PIXELS, height > 0 ? height : MOST_PIXELS);
        }
        return mediaType.equals(MediaTypes.PNG) ? rendered.toPng() : rendered.toJpeg(quality);
    }

    static String mediaType(@Nullable String accept) {
        for (MediaRange range : MediaRange.preferences(accept)) {
            Optional<String> taken = Optional.of(MediaTypes.JPEG)
                    .filter(range::takes)
                    .or(() -> Optional.of(MediaTypes.PNG).filter(range::takes));
            if (taken.isPresent() && !range.isMultipart()) {
                return taken.get();
            }
        }
        throw ProblemException.notAcceptable("Pictures are " + MediaTypes.JPEG + " or " + MediaTypes.PNG);
    }

    static int quality(@Nullable String quality) {
        return quality == null ? QUALITY : (int) number("quality", quality, 1, 100);
    }

    static int pixels(String name, String value) {
        return (int) number(name, value, 1, MOST_PIXELS);
    }

    static VoiTransform.Window window(String centre, String width, VoiTransform.Function function) {
        return new VoiTransform.Window(
                number("window centre", centre, -1e9, 1e9),
                number("window width", width, function == VoiTransform.Function.LINEAR ? 1 : 1e-6, 1e9),
                function);
    }

    private static VoiTransform.Window window(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw ProblemException.invalid("window '" + text + "' must be a centre, a width and perhaps a function");
        }
        return window(parts[0], parts[1], parts.length == 3 ? function(parts[2]) : VoiTransform.Function.LINEAR);
    }

    private static VoiTransform.Function function(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "linear" -> VoiTransform.Function.LINEAR;
            case "linear-exact" -> VoiTransform.Function.LINEAR_EXACT;
            case "sigmoid" -> VoiTransform.Function.SIGMOID;
            default ->
                throw ProblemException.invalid(
                        "window function '" + name + "' must be linear, linear-exact or sigmoid");
        };
    }

    private static int[] box(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 2) {
            throw ProblemException.invalid(
                    "viewport '" + text + "' must be a width and a height: no part of the image can be chosen");
        }
        return new int[] {pixels("viewport", parts[0]), pixels("viewport", parts[1])};
    }

    private static double number(String name, String text, double least, double most) {
        try {
            double value = Double.parseDouble(text.strip());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException _) {
            // named below
        }
        throw ProblemException.invalid(
                name + " '" + text + "' must be a number from " + (long) least + " to " + (long) most);
    }
}
