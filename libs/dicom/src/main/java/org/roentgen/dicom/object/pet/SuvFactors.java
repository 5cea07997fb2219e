package org.roentgen.dicom.object.pet;

import java.util.Optional;
import org.roentgen.dicom.DataSet;

/**
 * By what the values of one PET image, after its own rescale, are multiplied to become standardized uptake values. Rescale slopes of
 * PET differ from image to image: compute the factors for each.
 *
 * @param bodyWeight to g/ml
 * @param leanBodyMass to g/ml by the lean body mass of Janmahasatian (2005); none where sex, size or weight is not known
 * @param bodySurfaceArea to cm2/ml by the surface of Du Bois (1916); none where size or weight is not known
 */
public record SuvFactors(double bodyWeight, Optional<Double> leanBodyMass, Optional<Double> bodySurfaceArea) {
    /**
     * The factors of an image, by the vendor-neutral description of QIBA.
     *
     * @param image header of a PET image (PS3.3 A.21)
     * @throws org.roentgen.dicom.object.ObjectFormatException when the image is none, was not corrected for attenuation and decay, or
     *     lacks an attribute, which the message names
     */
    public static SuvFactors of(DataSet image) {
        return new SuvCalculation(image).factors();
    }
}
