package org.roentgen.dicom.validate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.roentgen.dicom.VR;

/** The rules for one value in text, by its value representation (PS3.5 6.2). */
final class TextRules {
    private static final Pattern UID = Pattern.compile("(0|[1-9]\\d*)(\\.(0|[1-9]\\d*))*");
    private static final Pattern DATE = Pattern.compile("\\d{8}");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3])([0-5]\\d(([0-5]\\d|60)(\\.\\d{1,6})?)?)?");
    private static final Pattern DATE_TIME = Pattern.compile("\\d{4}((0[1-9]|1[0-2])((0[1-9]|[12]\\d|3[01])"
            + "(([01]\\d|2[0-3])([0-5]\\d(([0-5]\\d|60)(\\.\\d{1,6})?)?)?)?)?)?([+-]\\d{4})?");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9 _]*");
    private static final Pattern AGE = Pattern.compile("\\d{3}[DWMY]");

    private TextRules() {}

    /** What is wrong with a value that is not empty, spaces of padding left out; empty for a good one. */
    static Optional<String> check(VR vr, String value) {
        return switch (vr) {
            case UI ->
                length(value, 64).or(() -> form(UID, value, "numbers without leading zeros between single dots"));
            case DA -> date(value);
            case TM -> form(TIME, value.strip(), "a time HHMMSS.FFFFFF");
            case DT -> form(DATE_TIME, value.strip(), "a date and time YYYYMMDDHHMMSS.FFFFFF&ZZXX");
            case DS -> length(value, 16).or(() -> form(DECIMAL, value.strip(), "a decimal number"));
            case IS -> length(value, 12).or(() -> integer(value.strip()));
            case CS ->
                length(value, 16).or(() -> form(CODE, value, "upper case letters, digits, spaces and underscores"));
            case AS -> form(AGE, value, "three digits and one of D, W, M, Y");
            case AE -> length(value, 16).or(() -> blank(value)).or(() -> controls(value, ""));
            case LO -> length(value, 64).or(() -> controls(value, "\u001b"));
            case SH -> length(value, 16).or(() -> controls(value, "\u001b"));
            case PN -> name(value).or(() -> controls(value, "\u001b"));
            case ST -> length(value, 1024).or(() -> controls(value, "\t\n\f\r\u001b"));
            case LT -> length(value, 10_240).or(() -> controls(value, "\t\n\f\r\u001b"));
            case UT, UC -> controls(value, "\t\n\f\r\u001b");
            default -> Optional.empty();
        };
    }

    private static Optional<String> form(Pattern pattern, String value, String form) {
        return pattern.matcher(value).matches() ? Optional.empty() : Optional.of("must be " + form);
    }

    private static Optional<String> length(String value, int most) {
        int length = value.codePointCount(0, value.length());
        return length <= most
                ? Optional.empty()
                : Optional.of("has " + length + " characters, at most " + most + " are allowed");
    }

    private static Optional<String> date(String value) {
        if (!DATE.matcher(value).matches()) {
            return Optional.of("must be a date YYYYMMDD");
        }
        try {
            LocalDate.of(
                    Integer.parseInt(value.substring(0, 4)),
                    Integer.parseInt(value.substring(4, 6)),
                    Integer.parseInt(value.substring(6)));
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("must be a day of the calendar");
        }
    }

    private static Optional<String> integer(String value) {
        Optional<String> problem = form(INTEGER, value, "a whole number");
        if (problem.isPresent()) {
            return problem;
        }
        long number = Long.parseLong(value);
        return number == (int) number ? Optional.empty() : Optional.of("must be within 32 bits");
    }

    private static Optional<String> blank(String value) {
        return value.isBlank() ? Optional.of("must not be spaces only") : Optional.empty();
    }

    private static Optional<String> name(String value) {
        String[] groups = value.split("=", -1);
        if (groups.length > 3) {
            return Optional.of("has " + groups.length + " component groups, at most 3 are allowed");
        }
        for (String group : groups) {
            int components = group.split("\\^", -1).length;
            if (components > 5) {
                return Optional.of("has " + components + " components in a group, at most 5 are allowed");
            }
            Optional<String> tooLong = length(group, 64);
            if (tooLong.isPresent()) {
                return tooLong;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> controls(String value, String allowed) {
        return value.chars().anyMatch(character -> character < ' ' && allowed.indexOf(character) < 0)
                ? Optional.of("holds control characters")
                : Optional.empty();
    }
}
