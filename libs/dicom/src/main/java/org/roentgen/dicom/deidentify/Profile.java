package org.roentgen.dicom.deidentify;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A confidentiality profile: the basic profile of PS3.15, its options, and what a project decided otherwise.
 *
 * @param name the name
 * @param version counts its changes
 * @param project whose key makes the pseudonyms; another project's copies of a patient cannot be told to be of the same one
 * @param options the options in force
 * @param dates what happens to the dates that the longitudinal options concern
 * @param overrides decisions on single attributes, by tag
 * @param safePrivate private elements that may stay
 */
public record Profile(
        String name,
        int version,
        String project,
        Set<Option> options,
        DatePolicy dates,
        Map<Integer, Override> overrides,
        List<SafePrivate> safePrivate) {
    /** The project of the profiles that name none. */
    public static final String DEFAULT_PROJECT = "default";

    private static final Pattern PROJECT_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    /**
     * A decision on one attribute.
     *
     * @param action what happens to it
     * @param reason why
     */
    public record Override(Action action, String reason) {
        public Override {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("an override needs a reason");
            }
        }
    }

    /**
     * A private element that holds no identity.
     *
     * @param creator its private creator
     * @param group its group
     * @param element the low byte of its element
     */
    public record SafePrivate(String creator, int group, int element) {}

    public Profile {
        if (!PROJECT_NAME.matcher(project).matches()) {
            throw new IllegalArgumentException("profile " + name + ": project '" + project
                    + "' must be of letters, digits, '-', '_' and '.', at most 64");
        }
        options = Set.copyOf(options);
        overrides = Map.copyOf(overrides);
        safePrivate = List.copyOf(safePrivate);
        boolean shifts = dates == DatePolicy.SHIFT || dates == DatePolicy.YEAR;
        if (shifts != options.contains(Option.RETAIN_LONGITUDINAL_MODIFIED_DATES)) {
            throw new IllegalArgumentException(
                    "profile " + name + ": dates " + dates + " and RETAIN_LONGITUDINAL_MODIFIED_DATES go together");
        }
        if ((dates == DatePolicy.KEEP) != options.contains(Option.RETAIN_LONGITUDINAL_FULL_DATES)) {
            throw new IllegalArgumentException(
                    "profile " + name + ": dates KEEP and RETAIN_LONGITUDINAL_FULL_DATES go together");
        }
    }

    /** True where the option is in force. */
    public boolean has(Option option) {
        return options.contains(option);
    }
}
