package org.roentgen.dicom.pixel;

import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/** The palette of a PALETTE COLOR image, plain or segmented (PS3.3 C.7.6.3.1.5, C.7.9.2). */
final class Palette {
    private static final int[][] CHANNELS = {
        {
            Tag.RedPaletteColorLookupTableDescriptor,
            Tag.RedPaletteColorLookupTableData,
            Tag.SegmentedRedPaletteColorLookupTableData
        },
        {
            Tag.GreenPaletteColorLookupTableDescriptor,
            Tag.GreenPaletteColorLookupTableData,
            Tag.SegmentedGreenPaletteColorLookupTableData
        },
        {
            Tag.BluePaletteColorLookupTableDescriptor,
            Tag.BluePaletteColorLookupTableData,
            Tag.SegmentedBluePaletteColorLookupTableData
        }
    };

    private final LookupTable[] tables;

    private Palette(LookupTable[] tables) {
        this.tables = tables;
    }

    /** The palette of a data set; empty if a channel is missing or unsound. */
    static Optional<Palette> of(DataSet dataSet, boolean signedInput) {
        LookupTable[] tables = new LookupTable[3];
        for (int i = 0; i < 3; i++) {
            int[] descriptor = dataSet.integers(CHANNELS[i][0]);
            byte[] data = dataSet.bytes(CHANNELS[i][1]).orElse(new byte[0]);
            if (data.length == 0 && descriptor.length == 3) {
                byte[] segmented = dataSet.bytes(CHANNELS[i][2]).orElse(new byte[0]);
                data = SegmentedPalette.expand(segmented, descriptor);
            }
            Optional<LookupTable> table = LookupTable.read(descriptor, data, signedInput);
            if (table.isEmpty()) {
                return Optional.empty();
            }
            tables[i] = table.get();
        }
        return Optional.of(new Palette(tables));
    }

    byte[] toRgb(Frame frame) {
        int pixels = Math.toIntExact(frame.format().pixels());
        byte[] shown = new byte[3 * pixels];
        for (int i = 0; i < pixels; i++) {
            double value = frame.value(i);
            for (int channel = 0; channel < 3; channel++) {
                LookupTable table = tables[channel];
                shown[3 * i + channel] = (byte) (table.map(value) >> (table.bits() - 8));
            }
        }
        return shown;
    }
}
