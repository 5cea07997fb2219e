package org.roentgen.dicom.pixel;

import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/** From the modality's values to brightness, 0 to 1 (PS3.3 C.11.2). */
public sealed interface VoiTransform {
    /** Brightness of a value, 0 to 1. */
    double apply(double value);

    /**
     * A window of one of the three functions.
     *
     * @param center window center in the modality's units
     * @param width window width: at least 1 for LINEAR, above 0 for the others
     * @param function how brightness rises within it
     */
    record Window(double center, double width, Function function) implements VoiTransform {
        public Window {
            boolean wide = function == Function.LINEAR ? width >= 1 : width > 0;
            if (!wide || !Double.isFinite(center) || !Double.isFinite(width)) {
                throw new IllegalArgumentException("window width " + width + " must be "
                        + (function == Function.LINEAR ? "at least 1" : "above 0") + " for " + function
                        + ", and its center " + center + " a number");
            }
        }

        @Override
        public double apply(double value) {
            return switch (function) {
                case LINEAR ->
                    width == 1
                            ? (value <= center - 0.5 ? 0 : 1)
                            : Math.clamp((value - (center - 0.5)) / (width - 1) + 0.5, 0.0, 1.0);
                case LINEAR_EXACT -> Math.clamp((value - center) / width + 0.5, 0.0, 1.0);
                case SIGMOID -> 1 / (1 + Math.exp(-4 * (value - center) / width));
            };
        }
    }

    /** VOI LUT Function (C.11.2.1.3). */
    enum Function {
        LINEAR,
        LINEAR_EXACT,
        SIGMOID
    }

    /** A table. */
    record Table(LookupTable table) implements VoiTransform {
        @Override
        public double apply(double value) {
            return Math.min(1, table.map(value) / ((1 << table.bits()) - 1.0));
        }
    }

    /** The transform that a data set gives for a frame: its first window, else its first table. */
    static Optional<VoiTransform> of(DataSet dataSet, int frame, boolean signedValues) {
        DataSet holder =
                FunctionalGroups.find(dataSet, frame, Tag.FrameVOILUTSequence).orElse(dataSet);
        double[] centers = holder.decimals(Tag.WindowCenter);
        double[] widths = holder.decimals(Tag.WindowWidth);
        Function function = function(holder.string(Tag.VOILUTFunction, "LINEAR"));
        if (centers.length > 0 && widths.length > 0) {
            double least = function == Function.LINEAR ? 1 : Math.ulp(1.0);
            if (Double.isFinite(centers[0]) && widths[0] >= least) {
                return Optional.of(new Window(centers[0], widths[0], function));
            }
        }
        return holder.item(Tag.VOILUTSequence)
                .flatMap(item -> LookupTable.read(item, signedValues))
                .map(Table::new);
    }

    private static Function function(String term) {
        return switch (term) {
            case "LINEAR_EXACT" -> Function.LINEAR_EXACT;
            case "SIGMOID" -> Function.SIGMOID;
            default -> Function.LINEAR;
        };
    }

    /** The window that spans a range of values. */
    static VoiTransform spanning(double lowest, double highest) {
        double width = Math.max(highest - lowest, 1e-9);
        return new Window((lowest + highest) / 2, width, Function.LINEAR_EXACT);
    }
}
