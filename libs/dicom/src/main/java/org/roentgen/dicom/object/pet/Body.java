package org.roentgen.dicom.object.pet;

import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.object.Attributes;

/**
 * The patient's build.
 *
 * @param weight kg
 * @param height m
 * @param sex M, F, or another value, for which there is no lean body mass
 */
record Body(Optional<Double> weight, Optional<Double> height, String sex) {
    static Body of(DataSet image) {
        return new Body(
                Attributes.optionalDecimal(image, Tag.PatientWeight).filter(weight -> weight > 0),
                Attributes.optionalDecimal(image, Tag.PatientSize).filter(size -> size > 0 && size < 3),
                image.string(Tag.PatientSex, ""));
    }

    /** Lean body mass in kg by Janmahasatian et al., Clin Pharmacokinet 44:1051 (2005). */
    Optional<Double> leanMass() {
        if (weight.isEmpty() || height.isEmpty()) {
            return Optional.empty();
        }
        double kilograms = weight.get();
        double massIndex = kilograms / (height.get() * height.get());
        return switch (sex) {
            case "M" -> Optional.of(9270 * kilograms / (6680 + 216 * massIndex));
            case "F" -> Optional.of(9270 * kilograms / (8780 + 244 * massIndex));
            default -> Optional.empty();
        };
    }

    /** Body surface in square metres by Du Bois and Du Bois (1916). */
    Optional<Double> surface() {
        return weight.flatMap(kilograms ->
                height.map(metres -> 0.007184 * Math.pow(kilograms, 0.425) * Math.pow(100 * metres, 0.725)));
    }
}
