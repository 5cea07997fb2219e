package org.roentgen.api.model;

import java.util.regex.Pattern;
import org.roentgen.api.problem.ProblemException;

/** The rule for the names of models. */
public final class ModelName {
    private static final Pattern RULE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");

    private ModelName() {}

    /**
     * Refuses a name that breaks the rule.
     *
     * @param field where it was given
     */
    public static void check(String field, String name) {
        if (!RULE.matcher(name).matches()) {
            throw ProblemException.invalid(
                    field + " '" + name + "' must be of letters, digits, '-', '_' and '.', at most 100");
        }
    }
}
