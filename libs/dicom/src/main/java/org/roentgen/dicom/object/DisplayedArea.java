package org.roentgen.dicom.object;

import java.util.Arrays;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/**
 * The part of an image that fills the display (PS3.3 C.10.4). Pixels are counted from 1; corners may lie beyond the image.
 *
 * @param mode how large it is shown
 * @param spacing mm between rows and between columns, or their ratio where that is all that is known
 * @param magnification display pixels for an image pixel, where the mode is MAGNIFY
 */
public record DisplayedArea(
        int left, int top, int right, int bottom, Mode mode, Spacing spacing, Optional<Double> magnification) {
    /** Presentation Size Mode (0070,0100). */
    public enum Mode {
        SCALE_TO_FIT,
        TRUE_SIZE,
        MAGNIFY;

        String term() {
            return name().replace('_', ' ');
        }
    }

    /** Row and column spacing; in mm, else only their ratio counts. */
    public record Spacing(double rows, double columns, boolean millimetres) {}

    /** The whole of an image, as large as fits. */
    static DisplayedArea whole(DataSet image) {
        double[] spacing = image.decimals(Tag.PixelSpacing);
        boolean known = spacing.length == 2 && spacing[0] > 0 && spacing[1] > 0;
        return new DisplayedArea(
                1,
                1,
                image.integer(Tag.Columns, 1),
                image.integer(Tag.Rows, 1),
                Mode.SCALE_TO_FIT,
                known ? new Spacing(spacing[0], spacing[1], true) : new Spacing(1, 1, false),
                Optional.empty());
    }

    static DisplayedArea read(DataSet item) {
        double[] from = Attributes.decimals(item, Tag.DisplayedAreaTopLeftHandCorner, 2);
        double[] to = Attributes.decimals(item, Tag.DisplayedAreaBottomRightHandCorner, 2);
        String term = Attributes.string(item, Tag.PresentationSizeMode);
        Mode mode = Arrays.stream(Mode.values())
                .filter(known -> known.term().equals(term))
                .findFirst()
                .orElseThrow(() -> new ObjectFormatException(
                        "Presentation Size Mode is '%s': SCALE TO FIT, TRUE SIZE or MAGNIFY is needed"
                                .formatted(term)));
        double[] millimetres = item.decimals(Tag.PresentationPixelSpacing);
        double[] ratio = item.decimals(Tag.PresentationPixelAspectRatio);
        Spacing spacing = millimetres.length == 2
                ? new Spacing(millimetres[0], millimetres[1], true)
                : ratio.length == 2 ? new Spacing(ratio[0], ratio[1], false) : new Spacing(1, 1, false);
        Optional<Double> magnification = mode == Mode.MAGNIFY
                ? Optional.of(Attributes.decimal(item, Tag.PresentationPixelMagnificationRatio))
                : Optional.empty();
        return new DisplayedArea((int) from[0], (int) from[1], (int) to[0], (int) to[1], mode, spacing, magnification);
    }

    DataSet.Builder toItem() {
        DataSet.Builder builder = DataSet.builder()
                .putIntegers(Tag.DisplayedAreaTopLeftHandCorner, left, top)
                .putIntegers(Tag.DisplayedAreaBottomRightHandCorner, right, bottom)
                .put(Tag.PresentationSizeMode, mode.term());
        if (spacing.millimetres()) {
            builder.putDecimals(Tag.PresentationPixelSpacing, spacing.rows(), spacing.columns());
        } else {
            builder.putIntegers(Tag.PresentationPixelAspectRatio, (int) spacing.rows(), (int) spacing.columns());
        }
        magnification.ifPresent(ratio -> builder.putDecimals(Tag.PresentationPixelMagnificationRatio, ratio));
        return builder;
    }
}
