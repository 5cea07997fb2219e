package org.roentgen.dicom.pixel;

import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/** From stored values to the modality's values, such as Hounsfield units (PS3.3 C.11.1). */
public sealed interface ModalityTransform {
    /** The modality's value of a stored value. */
    double apply(double stored);

    /** Whether whole stored values become whole values. */
    boolean isWhole();

    /** Multiplies and adds. */
    record Rescale(double slope, double intercept) implements ModalityTransform {
        @Override
        public double apply(double stored) {
            return stored * slope + intercept;
        }

        @Override
        public boolean isWhole() {
            return slope == Math.rint(slope) && intercept == Math.rint(intercept);
        }
    }

    /** Looks up. */
    record Table(LookupTable table) implements ModalityTransform {
        @Override
        public double apply(double stored) {
            return table.map(stored);
        }

        @Override
        public boolean isWhole() {
            return true;
        }
    }

    /** The transform of a frame: its functional groups', else the data set's, else none. */
    static ModalityTransform of(DataSet dataSet, int frame) {
        boolean signed = dataSet.integer(Tag.PixelRepresentation, 0) == 1;
        Optional<LookupTable> table =
                dataSet.item(Tag.ModalityLUTSequence).flatMap(item -> LookupTable.read(item, signed));
        if (table.isPresent()) {
            return new Table(table.get());
        }
        DataSet holder = FunctionalGroups.find(dataSet, frame, Tag.PixelValueTransformationSequence)
                .orElse(dataSet);
        double slope = holder.decimal(Tag.RescaleSlope).orElse(1);
        return new Rescale(
                slope == 0 ? 1 : slope, holder.decimal(Tag.RescaleIntercept).orElse(0));
    }
}
