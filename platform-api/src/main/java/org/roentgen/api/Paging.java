package org.roentgen.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.roentgen.api.problem.ProblemException;

/** Which part of a list is asked for. */
public final class Paging {
    private static final int LARGEST = 1_000;

    @QueryParam("limit")
    @DefaultValue("100")
    int limit;

    @QueryParam("offset")
    @DefaultValue("0")
    int offset;

    /** From 1 to 1000. */
    public int limit() {
        if (limit < 1 || limit > LARGEST) {
            throw ProblemException.invalid("limit " + limit + " must be from 1 to " + LARGEST);
        }
        return limit;
    }

    /** From 0. */
    public int offset() {
        if (offset < 0) {
            throw ProblemException.invalid("offset " + offset + " must not be negative");
        }
        return offset;
    }
}
