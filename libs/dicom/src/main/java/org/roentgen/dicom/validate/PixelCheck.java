package org.roentgen.dicom.validate;

import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Value;

/** Checks that the image pixel module agrees with itself and with the pixel data (PS3.3 C.7.6.3, PS3.5 8). */
final class PixelCheck {
    private final DicomFile file;
    private final DataSet dataSet;
    private final Findings findings;

    PixelCheck(DicomFile file, Findings findings) {
        this.file = file;
        this.dataSet = file.dataSet();
        this.findings = findings;
    }

    void check() {
        Optional<Element> pixels = dataSet.element(Tag.PixelData);
        if (pixels.isEmpty() || dataSet.integer(Tag.BitsAllocated).isEmpty()) {
            return;
        }
        checkBits();
        checkPhotometric();
        switch (pixels.get().value()) {
            case Value.Fragments fragments -> checkFragments(fragments);
            case Value.Data data -> checkLength(data.length());
            default -> {}
        }
    }

    private void checkBits() {
        int allocated = dataSet.integer(Tag.BitsAllocated, 0);
        int stored = dataSet.integer(Tag.BitsStored, allocated);
        if (allocated != 1 && (allocated < 8 || allocated % 8 != 0)) {
            error(Tag.BitsAllocated, "Bits Allocated " + allocated + " is neither 1 nor a multiple of 8");
        }
        if (stored > allocated || stored < 1) {
            error(Tag.BitsStored, "Bits Stored " + stored + " is outside 1 to Bits Allocated " + allocated);
        }
        int highBit = dataSet.integer(Tag.HighBit, stored - 1);
        if (highBit != stored - 1) {
            warning(Tag.HighBit, "High Bit " + highBit + " is not one less than Bits Stored " + stored);
        }
    }

    private void checkPhotometric() {
        String photometric = dataSet.string(Tag.PhotometricInterpretation, "");
        int samples = dataSet.integer(Tag.SamplesPerPixel, 1);
        int expected =
                switch (photometric) {
                    case "MONOCHROME1", "MONOCHROME2", "PALETTE COLOR" -> 1;
                    case "RGB",
                            "YBR_FULL",
                            "YBR_FULL_422",
                            "YBR_PARTIAL_422",
                            "YBR_PARTIAL_420",
                            "YBR_ICT",
                            "YBR_RCT",
                            "HSV" -> 3;
                    case "ARGB", "CMYK" -> 4;
                    default -> samples;
                };
        if (samples != expected) {
            error(Tag.SamplesPerPixel, "Samples per Pixel is " + samples + ", " + photometric + " has " + expected);
        }
    }

    private void checkFragments(Value.Fragments fragments) {
        int frames = dataSet.integer(Tag.NumberOfFrames, 1);
        if (fragments.fragments().size() < frames) {
            findings.error(
                    Findings.path("", Tag.PixelData),
                    ValidationRule.PIXEL_DATA_LENGTH,
                    "the pixel data has " + fragments.fragments().size() + " fragments, fewer than its " + frames
                            + " frames");
        }
    }

    private void checkLength(long length) {
        if (file.meta().transferSyntax().encapsulated()) {
            return;
        }
        long pairwise = dataSet.string(Tag.PhotometricInterpretation, "").matches("YBR_(FULL|PARTIAL)_42[02]") ? 1 : 0;
        long samples = pairwise == 1 ? 2 : dataSet.integer(Tag.SamplesPerPixel, 1);
        long bits = (long) dataSet.integer(Tag.Rows, 0)
                * dataSet.integer(Tag.Columns, 0)
                * samples
                * dataSet.integer(Tag.BitsAllocated, 0);
        long bytes = (bits * Math.max(1, dataSet.integer(Tag.NumberOfFrames, 1)) + 7) / 8;
        long padded = bytes + (bytes & 1);
        if (length != padded && length != bytes && pairwise == 0) {
            findings.error(
                    Findings.path("", Tag.PixelData),
                    ValidationRule.PIXEL_DATA_LENGTH,
                    "the pixel data has " + length + " bytes, its description asks for " + padded);
        }
    }

    private void error(int tag, String message) {
        findings.error(Findings.path("", tag), ValidationRule.PIXEL_DESCRIPTION, message);
    }

    private void warning(int tag, String message) {
        findings.warning(Findings.path("", tag), ValidationRule.PIXEL_DESCRIPTION, message);
    }
}
