package org.roentgen.store.search;

import java.util.regex.Pattern;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;

/**
 * A range of dates or times as a key writes it: {@code a-b}, {@code a-}, {@code -b}, or one value (PS3.4 section C.2.2.2.5).
 *
 * @param from lower bound, empty if open
 * @param to upper bound, empty if open
 */
record ValueRange(String from, String to) {
    private static final Pattern DATE = Pattern.compile("[0-9]{8}");
    private static final Pattern TIME = Pattern.compile("[0-9]{2}([0-9]{2}([0-9]{2}(\\.[0-9]{1,6})?)?)?");
    private static final String LAST_TIME = "235959";
    private static final String LAST_FRACTION = ".999999";

    static ValueRange ofDates(SearchAttribute attribute, String value) {
        return split(attribute, value, DATE, "YYYYMMDD");
    }

    /** Bounds are as exact as they are given: up to 1030 is up to the end of that minute. */
    static ValueRange ofTimes(SearchAttribute attribute, String value) {
        ValueRange given = split(attribute, value, TIME, "HHMMSS.FFFFFF or a beginning of it");
        String to = given.to;
        if (to.isEmpty()) {
            return given;
        }
        String whole = to.length() < LAST_TIME.length() ? to + LAST_TIME.substring(to.length()) : to;
        return new ValueRange(given.from, whole.contains(".") ? whole : whole + LAST_FRACTION);
    }

    private static ValueRange split(SearchAttribute attribute, String value, Pattern form, String described) {
        int dash = value.indexOf('-');
        String from = (dash < 0 ? value : value.substring(0, dash)).strip();
        String to = (dash < 0 ? value : value.substring(dash + 1)).strip();
        boolean sound = (from.isEmpty() || form.matcher(from).matches())
                && (to.isEmpty() || form.matcher(to).matches())
                && !(from.isEmpty() && to.isEmpty());
        if (!sound) {
            throw new RoentgenException(
                    ErrorCode.INVALID_QUERY,
                    "%s must be %s or a range a-b of it".formatted(name(attribute), described));
        }
        return new ValueRange(from, to);
    }

    /** For messages, which never hold the value: it may be a patient's birth date. */
    static String name(SearchAttribute attribute) {
        return "(%04X,%04X)".formatted(attribute.tag() >>> 16, attribute.tag() & 0xFFFF);
    }
}
