package org.roentgen.dicom.deidentify;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which text writes a date of the header. */
final class OwnDates {
    private static final Pattern DATE =
            Pattern.compile("(?<year>(?:19|20)\\d\\d)(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\\d|3[01])");
    private static final List<String> MONTHS = List.of(
            "jan",
            "feb|fév|fev",
            "mar|mär|mrz",
            "apr|avr|abr",
            "may|mai",
            "jun|juin",
            "jul|juil",
            "aug|aoû|aou|ago",
            "sep|set",
            "oct|okt|out",
            "nov",
            "dec|déc|dez|dic");

    private OwnDates() {}

    /**
     * The forms of a date, with the day before the month or after it, the month as a number or as a word.
     *
     * @param value of VR DA
     * @return nothing where the value is no date
     */
    static List<Pattern> forms(String value) {
        Matcher date = DATE.matcher(value);
        if (!date.matches()) {
            return List.of();
        }
        String year = date.group("year");
        String month = number(date.group("month"));
        String day = number(date.group("day"));
        String name = "(?:" + MONTHS.get(Integer.parseInt(date.group("month")) - 1) + ")\\p{L}{0,7}";
        String before = "(?<![\\p{N}.])(?:";
        String after = ")(?!\\p{N})";
        return List.of(
                form(before + day + "[./ -]" + month + "[./ -]" + year + after),
                form(before + month + "[./ -]" + day + "[./ -]" + year + after),
                form(before + day + "[/-]" + month + "[/-]" + year.substring(2) + after),
                form(before + month + "[/-]" + day + "[/-]" + year.substring(2) + after),
                form(before + day + "(?:st|nd|rd|th)?[\\s./-]*" + name + "[\\s.,/-]*(?:" + year + "|"
                        + year.substring(2) + ")" + after),
                form("(?<!\\p{L})(?:" + name + "[\\s./-]*" + day + "(?:st|nd|rd|th)?[\\s,./-]+" + year + after));
    }

    private static Pattern form(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String number(String twoDigits) {
        return twoDigits.startsWith("0") ? "0?" + twoDigits.charAt(1) : twoDigits;
    }
}
