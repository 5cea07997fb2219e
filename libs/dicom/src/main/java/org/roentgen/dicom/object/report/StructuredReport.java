package org.roentgen.dicom.object.report;

/**
 * A structured report.
 *
 * @param sopClassUid such as that of Basic Text, Enhanced, Comprehensive or Mammography CAD SR
 * @param completion COMPLETE, PARTIAL, or empty where the document does not say
 * @param verification VERIFIED, UNVERIFIED, or empty where the document does not say
 * @param root the document's container, whose concept is its title
 */
public record StructuredReport(String sopClassUid, String completion, String verification, ReportItem root) {}
