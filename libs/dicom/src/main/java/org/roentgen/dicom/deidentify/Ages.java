package org.roentgen.dicom.deidentify;

/** Ages that stay: over 89 they would single a person out (45 CFR 164.514). */
final class Ages {
    private static final int MOST_YEARS = 89;

    private Ages() {}

    /** The age, or {@code 090Y} for any over 89; text that is no age becomes empty. */
    static String capped(String age) {
        if (!age.matches("\\d{3}[DWMY]")) {
            return "";
        }
        int number = Integer.parseInt(age, 0, 3, 10);
        return age.endsWith("Y") && number > MOST_YEARS ? "090Y" : age;
    }
}
