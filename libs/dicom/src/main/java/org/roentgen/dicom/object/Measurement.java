package org.roentgen.dicom.object;

/**
 * A number with its meaning and unit.
 *
 * @param concept such as (118565006, SCT, Volume)
 * @param unit in UCUM, such as (ml, UCUM, milliliter)
 */
public record Measurement(Code concept, double value, Code unit) {
    private static final Code VOLUME = new Code("118565006", "SCT", "Volume");
    private static final Code MILLILITRE = new Code("ml", "UCUM", "milliliter");
    private static final Code PROBABILITY = new Code("probability", "99ROENTGEN", "Probability");
    private static final Code NO_UNITS = new Code("1", "UCUM", "no units");

    public Measurement {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "Measurement '%s' is %s: it must be a finite number".formatted(concept.meaning(), value));
        }
    }

    /** A volume in millilitres. */
    public static Measurement volumeMl(double millilitres) {
        return new Measurement(VOLUME, millilitres, MILLILITRE);
    }

    /** A calibrated probability, 0 to 1. */
    public static Measurement probability(double probability) {
        return new Measurement(PROBABILITY, probability, NO_UNITS);
    }
}
