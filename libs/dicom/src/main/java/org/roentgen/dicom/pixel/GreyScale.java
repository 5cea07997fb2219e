package org.roentgen.dicom.pixel;

import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.codec.SampleFormat;

/** Renders frames of one sample: stored value, modality transform, VOI transform, presentation (PS3.3 C.11). */
final class GreyScale {
    private GreyScale() {}

    static byte[] render(PixelReader pixels, int number, Frame frame, Optional<? extends VoiTransform> chosen) {
        DataSet dataSet = pixels.dataSet();
        ModalityTransform modality = ModalityTransform.of(dataSet, number);
        boolean signed = dataSet.integer(Tag.PixelRepresentation, 0) == 1 || modality.apply(0) < 0;
        Optional<? extends VoiTransform> voi = chosen.isPresent() ? chosen : VoiTransform.of(dataSet, number, signed);
        VoiTransform shown = voi.isPresent() ? voi.get() : spanning(frame, modality, padding(dataSet));
        boolean inverse = pixels.description().photometric() == PhotometricInterpretation.MONOCHROME1
                || dataSet.string(Tag.PresentationLUTShape, "IDENTITY").equals("INVERSE");
        return frame.format().sample().bytes() <= 2 && frame.format().sample().kind() != SampleFormat.Kind.FLOAT
                ? byTable(frame, modality, shown, inverse)
                : byValue(frame, modality, shown, inverse);
    }

    private static Optional<Double> padding(DataSet dataSet) {
        int[] values = dataSet.integers(Tag.PixelPaddingValue);
        if (values.length == 0) {
            return Optional.empty();
        }
        boolean signed = dataSet.integer(Tag.PixelRepresentation, 0) == 1;
        return Optional.of(signed ? (double) (short) values[0] : values[0] & 0xffff);
    }

    private static VoiTransform spanning(Frame frame, ModalityTransform modality, Optional<Double> padding) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        int count = Math.toIntExact(frame.format().samples());
        double skipped = padding.orElse(Double.NaN);
        for (int i = 0; i < count; i++) {
            double stored = frame.value(i);
            if (stored != skipped && Double.isFinite(stored)) {
                lowest = Math.min(lowest, stored);
                highest = Math.max(highest, stored);
            }
        }
        if (lowest > highest) {
            return VoiTransform.spanning(0, 1);
        }
        double first = modality.apply(lowest);
        double last = modality.apply(highest);
        return VoiTransform.spanning(Math.min(first, last), Math.max(first, last));
    }

    /** Frames of up to 16 bits go through a table of all cells. */
    private static byte[] byTable(Frame frame, ModalityTransform modality, VoiTransform voi, boolean inverse) {
        SampleFormat sample = frame.format().sample();
        byte[] table = new byte[1 << 8 * sample.bytes()];
        int right = 32 - sample.bitsStored();
        int left = 31 - sample.highBit();
        for (int cell = 0; cell < table.length; cell++) {
            int stored = sample.signed() ? cell << left >> right : cell << left >>> right;
            table[cell] = grey(voi.apply(modality.apply(stored)), inverse);
        }
        byte[] bytes = frame.bytes();
        byte[] shown = new byte[Math.toIntExact(frame.format().samples())];
        for (int i = 0; i < shown.length; i++) {
            int cell = sample.bytes() == 1 ? bytes[i] & 0xff : bytes[2 * i] & 0xff | (bytes[2 * i + 1] & 0xff) << 8;
            shown[i] = table[cell];
        }
        return shown;
    }

    private static byte[] byValue(Frame frame, ModalityTransform modality, VoiTransform voi, boolean inverse) {
        byte[] shown = new byte[Math.toIntExact(frame.format().samples())];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = grey(voi.apply(modality.apply(frame.value(i))), inverse);
        }
        return shown;
    }

    private static byte grey(double brightness, boolean inverse) {
        int value = (int) (brightness * 255 + 0.5);
        return (byte) (inverse ? 255 - value : value);
    }
}
