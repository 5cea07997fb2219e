package org.roentgen.dicom;

import java.util.ArrayList;
import java.util.List;

/** What is left of the limits of one read, and the repairs that it made. */
final class ReadBudget {
    private static final int MOST_REPAIRS = 1000;

    private final ReadLimits limits;
    private final boolean lenient;
    private final TagPath path = new TagPath();
    private final List<Repair> repairs = new ArrayList<>();
    private long allocated;
    private int elements;

    ReadBudget(ReadOptions options) {
        this.limits = options.limits();
        this.lenient = options.lenient();
    }

    TagPath path() {
        return path;
    }

    List<Repair> repairs() {
        return List.copyOf(repairs);
    }

    ReadLimits limits() {
        return limits;
    }

    void countElement(long offset) throws MalformedDicomException {
        if (++elements > limits.elements()) {
            throw fail(Rule.LIMIT, offset, "more than " + limits.elements() + " elements and items");
        }
    }

    void allocate(long bytes, long offset) throws MalformedDicomException {
        allocated += bytes;
        if (allocated > limits.totalAllocation()) {
            throw fail(Rule.LIMIT, offset, "values in memory exceed " + limits.totalAllocation() + " bytes");
        }
    }

    MalformedDicomException fail(Rule rule, long offset, String detail) {
        return new MalformedDicomException(rule, offset, path.toString(), detail);
    }

    /** Notes a breach and goes on, or throws where the strictness does not allow that. */
    void breach(Rule rule, long offset, String detail) throws MalformedDicomException {
        if (rule.refuses(lenient)) {
            throw fail(rule, offset, detail);
        }
        if (repairs.size() < MOST_REPAIRS) {
            repairs.add(new Repair(rule, offset, path.toString(), detail));
        }
    }
}
