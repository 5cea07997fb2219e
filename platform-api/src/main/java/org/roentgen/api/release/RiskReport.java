package org.roentgen.api.release;

import java.util.List;
import java.util.UUID;

/**
 * How easily the persons of a data set version could be recognised by what was kept of their headers. It reads the
 * de-identified copies that the version was made from; cases that came without DICOM headers carry none.
 *
 * @param casesWithHeader cases whose de-identified headers were read
 * @param k size of the smallest group of patients who are alike in all quasi-identifiers (Sweeney 2002); 0 without headers
 * @param unique patients who are alone in their group
 * @param belowFive patients in groups of fewer than five
 * @param privateElements private attributes that were kept
 * @param freeText attributes in which people write what they want
 * @param suspicious values of text that look like a name, a number or a date of a person
 */
public record RiskReport(
        UUID datasetVersionId,
        int patients,
        int casesWithHeader,
        int k,
        int unique,
        int belowFive,
        List<QuasiIdentifier> quasiIdentifiers,
        List<KeptElement> privateElements,
        List<KeptElement> freeText,
        List<SuspiciousText> suspicious) {
    public RiskReport {
        quasiIdentifiers = List.copyOf(quasiIdentifiers);
        privateElements = List.copyOf(privateElements);
        freeText = List.copyOf(freeText);
        suspicious = List.copyOf(suspicious);
    }

    /**
     * An attribute by which a person could be recognised together with others.
     *
     * @param values different values that are there
     * @param missing patients without one
     * @param rare values that fewer than five patients have
     */
    public record QuasiIdentifier(String name, int values, int missing, List<RareValue> rare) {}

    /** A value that few patients have. */
    public record RareValue(String value, int patients) {}

    /** An attribute that was kept. */
    public record KeptElement(String tag, String name, int cases) {}

    /** A text that a person should look at before the data set leaves. */
    public record SuspiciousText(String tag, String name, String why, int cases) {}
}
