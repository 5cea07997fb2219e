package org.roentgen.training.plan;

import java.util.Map;
import java.util.Set;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;

/** Typed view of the network options of a specification. */
final class Options {
    private final Map<String, Object> values;

    /** @throws RoentgenException when an option is not one of the known ones */
    Options(Map<String, Object> values, Set<String> known) {
        this.values = values;
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw invalid("Network option '" + name + "' is not known; this network has " + known);
            }
        }
    }

    int whole(String name, int otherwise, int least, int most) {
        double value = number(name, otherwise, least, most);
        if (value != Math.rint(value)) {
            throw invalid("Network option " + name + " is " + value + ", it must be a whole number");
        }
        return (int) value;
    }

    double number(String name, double otherwise, double least, double most) {
        Object given = values.getOrDefault(name, otherwise);
        if (!(given instanceof Number number) || number.doubleValue() < least || number.doubleValue() > most) {
            throw invalid("Network option " + name + " is '" + given + "', it must be a number from " + least + " to "
                    + most);
        }
        return number.doubleValue();
    }

    static RoentgenException invalid(String message) {
        return new RoentgenException(ErrorCode.INVALID_TRAINING_SPEC, message);
    }
}
