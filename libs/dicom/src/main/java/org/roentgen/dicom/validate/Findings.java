package org.roentgen.dicom.validate;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.dicom.Dictionary;
import org.roentgen.dicom.Tags;

/** Collects findings; paths are texts, empty at the root. */
final class Findings {
    private final List<Finding> findings = new ArrayList<>();

    void error(String path, ValidationRule rule, String message) {
        add(path, rule, Severity.ERROR, message);
    }

    void warning(String path, ValidationRule rule, String message) {
        add(path, rule, Severity.WARNING, message);
    }

    private void add(String path, ValidationRule rule, Severity severity, String message) {
        Finding finding = new Finding(path, rule, severity, message);
        if (!isFull() && !findings.contains(finding)) {
            findings.add(finding);
        }
    }

    boolean isFull() {
        return findings.size() >= ValidationReport.MOST_FINDINGS;
    }

    List<Finding> list() {
        return findings;
    }

    static String path(String parent, int tag) {
        return parent.isEmpty() ? Tags.format(tag) : parent + "." + Tags.format(tag);
    }

    static String item(String sequencePath, int index) {
        return sequencePath + "[" + index + "]";
    }

    /** The keyword, or the tag where there is none. */
    static String name(int tag) {
        String keyword = Dictionary.keyword(tag);
        return keyword.isEmpty() ? Tags.format(tag) : keyword;
    }
}
