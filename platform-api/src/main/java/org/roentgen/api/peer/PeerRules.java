package org.roentgen.api.peer;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.problem.ProblemException;

/** What addresses of DICOM peers look like. */
final class PeerRules {
    /** PS3.5 section 6.2, AE: up to 16 characters of the default repertoire without backslash and control characters. */
    private static final Pattern AE_TITLE = Pattern.compile("(?=.*[^ ])[ -\\[\\]-~]{1,16}");

    private PeerRules() {}

    static String aeTitle(@Nullable String value) {
        if (value == null || !AE_TITLE.matcher(value).matches()) {
            throw ProblemException.invalid(
                    "aeTitle '" + value + "' must have 1 to 16 ASCII characters without backslash (PS3.5 section 6.2)");
        }
        return value.strip();
    }

    static int port(int value) {
        if (value < 1 || value > 65_535) {
            throw ProblemException.invalid("port " + value + " must be from 1 to 65535");
        }
        return value;
    }

    static int quietSeconds(int value) {
        if (value < 1 || value > 86_400) {
            throw ProblemException.invalid("quietSeconds " + value + " must be from 1 to 86400");
        }
        return value;
    }

    static String text(String name, @Nullable String value) {
        if (value == null || value.isBlank() || value.length() > 200) {
            throw ProblemException.invalid(name + " must have 1 to 200 characters");
        }
        return value.strip();
    }
}
