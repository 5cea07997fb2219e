package org.roentgen.dicom.deidentify;

import java.util.HashSet;
import java.util.Set;

/** The private elements of PS3.15 table E.3.10-1 that hold a number or a code, from {@code safe-private.txt}. */
final class SafePrivateAttributes {
    private static final int CREATOR = 8;
    private static final Set<Profile.SafePrivate> STANDARD = new HashSet<>();

    static {
        TableLines.forEach(
                "safe-private.txt",
                line -> STANDARD.add(new Profile.SafePrivate(
                        line.substring(CREATOR), Integer.parseInt(line, 0, 4, 16), Integer.parseInt(line, 5, 7, 16))));
    }

    private SafePrivateAttributes() {}

    /** Those of the standard and those that a profile adds; none where it lacks the option. */
    static Set<Profile.SafePrivate> of(Profile profile) {
        if (!profile.has(Option.RETAIN_SAFE_PRIVATE)) {
            return Set.of();
        }
        Set<Profile.SafePrivate> all = new HashSet<>(STANDARD);
        all.addAll(profile.safePrivate());
        return Set.copyOf(all);
    }
}
