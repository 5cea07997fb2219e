package org.roentgen.workflow.dataset;

/** Something about a file of an import: what is wrong, and what to do about it. */
public record Problem(Severity severity, String file, String rule, String fix) {
    /** Whether the import can go on. */
    public enum Severity {
        ERROR,
        WARNING
    }

    static Problem error(String file, String rule, String fix) {
        return new Problem(Severity.ERROR, file, rule, fix);
    }

    static Problem warning(String file, String rule, String fix) {
        return new Problem(Severity.WARNING, file, rule, fix);
    }
}
