package org.roentgen.dicom.deidentify;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Moves dates (DA, DT) and keeps the precision and the time of day that they have. */
final class DateShift {
    private DateShift() {}

    /** The value moved by days; empty where it is no complete date, which then cannot be moved. */
    static Optional<String> shift(String value, int days) {
        String text = value.strip();
        boolean oldForm = text.matches("\\d{4}\\.\\d{2}\\.\\d{2}");
        String digits = oldForm ? text.replace(".", "") : text;
        if (!digits.matches("\\d{8}.*")) {
            return Optional.empty();
        }
        try {
            LocalDate moved = LocalDate.of(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8))
                    .plusDays(days);
            return Optional.of("%04d%02d%02d".formatted(moved.getYear(), moved.getMonthValue(), moved.getDayOfMonth())
                    + digits.substring(8));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The first day of the year for DA, the year alone for DT. */
    static Optional<String> year(String value, boolean isDate) {
        String text = value.strip();
        return text.matches("\\d{4}.*") ? Optional.of(text.substring(0, 4) + (isDate ? "0101" : "")) : Optional.empty();
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }
}
