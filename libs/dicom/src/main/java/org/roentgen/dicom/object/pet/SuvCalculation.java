package org.roentgen.dicom.object.pet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.object.Attributes;
import org.roentgen.dicom.object.ObjectFormatException;

/** Computes factors from the header of one image. */
final class SuvCalculation {
    private static final String PHILIPS = "Philips PET Private Group";
    private static final int PHILIPS_GROUP = 0x7053;
    private static final double MOST_HALF_LIVES = 30;
    private static final double GRAMS_PER_KILOGRAM = 1000;

    private final DataSet image;
    private final Body body;

    SuvCalculation(DataSet image) {
        this.image = image;
        this.body = Body.of(image);
    }

    SuvFactors factors() {
        String sopClass = Attributes.string(image, Tag.SOPClassUID);
        if (!sopClass.equals(Uid.PositronEmissionTomographyImageStorage)) {
            throw new ObjectFormatException("SOP Class UID %s is no PET image".formatted(sopClass));
        }
        requireCorrections();
        String units = Attributes.string(image, Tag.Units);
        return switch (units) {
            case "BQML" -> ofConcentration(1);
            case "CNTS" -> ofCounts();
            case "GML" -> ofUptake();
            default -> throw new ObjectFormatException("Units is '%s': BQML, CNTS and GML are read".formatted(units));
        };
    }

    private void requireCorrections() {
        List<String> corrections = image.strings(Tag.CorrectedImage);
        if (!corrections.contains("ATTN") || !corrections.contains("DECY")) {
            throw new ObjectFormatException("%s is %s: ATTN and DECY are needed for uptake values"
                    .formatted(Attributes.name(Tag.CorrectedImage), corrections));
        }
    }

    /** The factors for values in Bq/ml, or in a unit that a scale brings there. */
    private SuvFactors ofConcentration(double scale) {
        double dose = doseAtReference() / scale;
        double weight = Attributes.positive(image, Tag.PatientWeight);
        return new SuvFactors(
                weight * GRAMS_PER_KILOGRAM / dose,
                body.leanMass().map(mass -> mass * GRAMS_PER_KILOGRAM / dose),
                body.surface().map(surface -> surface * 1e4 / dose));
    }

    /** Counts mean something only where Philips says by what factor (7053,xx00), or how many Bq/ml they are (7053,xx09). */
    private SuvFactors ofCounts() {
        Optional<Double> factor = philips(0x00);
        if (factor.isPresent()) {
            return ofBodyWeight(factor.get());
        }
        return ofConcentration(philips(0x09)
                .orElseThrow(() -> new ObjectFormatException(
                        "Units is CNTS, and there is neither a factor above 0 in (7053,xx00) nor in (7053,xx09) of the private"
                                + " creator '" + PHILIPS + "'")));
    }

    private Optional<Double> philips(int element) {
        OptionalInt tag = image.privateTag(PHILIPS_GROUP, PHILIPS, element);
        return tag.isEmpty()
                ? Optional.empty()
                : Attributes.optionalDecimal(image, tag.getAsInt()).filter(factor -> factor > 0);
    }

    private SuvFactors ofUptake() {
        String type = image.string(Tag.SUVType, "BW");
        if (!type.equals("BW")) {
            throw new ObjectFormatException("Units is GML and SUV Type is '%s': only BW is read".formatted(type));
        }
        return ofBodyWeight(1);
    }

    private SuvFactors ofBodyWeight(double factor) {
        Optional<Double> perGram = body.weight().map(weight -> factor / (weight * GRAMS_PER_KILOGRAM));
        return new SuvFactors(
                factor,
                perGram.flatMap(each -> body.leanMass().map(mass -> mass * GRAMS_PER_KILOGRAM * each)),
                perGram.flatMap(each -> body.surface().map(surface -> surface * 1e4 * each)));
    }

    /** Becquerel at the time that the image's decay is corrected to. */
    private double doseAtReference() {
        DataSet drug = Attributes.items(image, Tag.RadiopharmaceuticalInformationSequence)
                .getFirst();
        double dose = Attributes.positive(drug, Tag.RadionuclideTotalDose);
        String correction = Attributes.string(image, Tag.DecayCorrection);
        switch (correction) {
            case "ADMIN" -> {
                return dose;
            }
            case "START" -> {
                double halfLife = Attributes.positive(drug, Tag.RadionuclideHalfLife);
                double seconds = new ScanTimes(image, drug).secondsFromInjection(halfLife);
                if (seconds < 0 || seconds > MOST_HALF_LIVES * halfLife) {
                    throw new ObjectFormatException(
                            "The scan begins %.0f s after the injection: it must be 0 s to %.0f half-lives of %.0f s"
                                    .formatted(seconds, MOST_HALF_LIVES, halfLife));
                }
                return dose * Math.pow(2, -seconds / halfLife);
            }
            default ->
                throw new ObjectFormatException("%s is '%s': START and ADMIN are read"
                        .formatted(Attributes.name(Tag.DecayCorrection), correction));
        }
    }
}
