package org.roentgen.dicom.validate;

import java.util.List;

/**
 * What was found in one instance.
 *
 * @param iod the name of the IOD that it was checked against; empty if there is no table for its SOP class
 * @param findings in the order of the checks; at most {@value #MOST_FINDINGS}
 */
public record ValidationReport(String iod, List<Finding> findings) {
    /** A report of more findings ends here. */
    public static final int MOST_FINDINGS = 1000;

    public ValidationReport {
        findings = List.copyOf(findings);
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
