package org.roentgen.dicom.object.pet;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.object.Attributes;
import org.roentgen.dicom.object.ObjectFormatException;

/** The times of injection and scan in the header of a PET image whose decay is corrected to the start of the scan. */
final class ScanTimes {
    private static final Pattern DATE = Pattern.compile("(\\d{4})\\.?(\\d{2})\\.?(\\d{2})");
    private static final Pattern TIME = Pattern.compile("(\\d{2}):?(\\d{2})?:?(\\d{2})?(?:\\.(\\d{1,6}))?");
    private static final Pattern DATE_TIME = Pattern.compile("(\\d{8})(\\d{2,6}(?:\\.\\d{1,6})?)([+-]\\d{4})?");
    private static final double NANOSECONDS = 1e9;
    private static final double MILLISECONDS = 1e3;

    private final DataSet image;
    private final DataSet drug;

    ScanTimes(DataSet image, DataSet drug) {
        this.image = image;
        this.drug = drug;
    }

    /** From the injection to the start of the scan; an injection known by its time only was less than a day before. */
    double secondsFromInjection(double halfLife) {
        LocalDateTime scan = scan(halfLife);
        Optional<String> moment = drug.string(Tag.RadiopharmaceuticalStartDateTime);
        if (moment.isPresent()) {
            return seconds(dateTime(moment.get()), scan);
        }
        LocalTime time = time(drug, Tag.RadiopharmaceuticalStartTime);
        LocalDateTime injection = scan.toLocalDate().atTime(time);
        return seconds(injection.isAfter(scan) ? injection.minusDays(1) : injection, scan);
    }

    /**
     * Series Date and Time, unless they are after the acquisition and so those of a later processing: then GE's private time, else back
     * from the middle of this frame's counts.
     */
    private LocalDateTime scan(double halfLife) {
        LocalDateTime acquisition = at(Tag.AcquisitionDate, Tag.AcquisitionTime);
        LocalDateTime series = at(Tag.SeriesDate, Tag.SeriesTime);
        if (!series.isAfter(acquisition)) {
            return series;
        }
        Optional<String> scanned = image.privateTag(0x0009, "GEMS_PETD_01", 0x0D).stream()
                .mapToObj(image::string)
                .flatMap(Optional::stream)
                .findFirst();
        if (scanned.isPresent()) {
            return dateTime(scanned.get());
        }
        double decay = Math.log(2) / halfLife;
        double inFrame = decay * Attributes.positive(image, Tag.ActualFrameDuration) / MILLISECONDS;
        double middle = Math.log(inFrame / -Math.expm1(-inFrame)) / decay;
        double reference = Attributes.positive(image, Tag.FrameReferenceTime) / MILLISECONDS;
        return acquisition.plusNanos(Math.round((middle - reference) * NANOSECONDS));
    }

    private LocalDateTime at(int dateTag, int timeTag) {
        return date(Attributes.string(image, dateTag)).atTime(time(image, timeTag));
    }

    private static double seconds(LocalDateTime from, LocalDateTime to) {
        Duration duration = Duration.between(from, to);
        return duration.getSeconds() + duration.getNano() / NANOSECONDS;
    }

    private static LocalDate date(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            throw unreadable(text, "a date such as 20260131");
        }
        try {
            return LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
        } catch (DateTimeException impossible) {
            throw unreadable(text, "a date of the calendar");
        }
    }

    private static LocalTime time(DataSet dataSet, int tag) {
        return time(Attributes.string(dataSet, tag));
    }

    private static LocalTime time(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw unreadable(text, "a time such as 134501.25");
        }
        try {
            String fraction = matcher.group(4) == null ? "0" : matcher.group(4);
            int nanoseconds = (int) Math.round(Double.parseDouble("0." + fraction) * NANOSECONDS);
            return LocalTime.of(number(matcher, 1), number(matcher, 2), Math.min(59, number(matcher, 3)), nanoseconds);
        } catch (DateTimeException impossible) {
            throw unreadable(text, "a time of the day");
        }
    }

    /** A DT value, its offset from UTC brought to that of the data set where both are given. */
    private LocalDateTime dateTime(String text) {
        Matcher matcher = DATE_TIME.matcher(text);
        if (!matcher.matches()) {
            throw unreadable(text, "a date and time such as 20260131134501.25");
        }
        LocalDateTime local = date(matcher.group(1)).atTime(time(matcher.group(2)));
        String own = matcher.group(3);
        Optional<String> shared =
                image.string(Tag.TimezoneOffsetFromUTC).filter(offset -> offset.matches("[+-]\\d{4}"));
        return own == null || shared.isEmpty() ? local : local.plusMinutes((long) minutes(shared.get()) - minutes(own));
    }

    private static int minutes(String offset) {
        int minutes = Integer.parseInt(offset.substring(1, 3)) * 60 + Integer.parseInt(offset.substring(3));
        return offset.charAt(0) == '-' ? -minutes : minutes;
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }

    private static ObjectFormatException unreadable(String text, String rule) {
        return new ObjectFormatException("'%s' cannot be read: %s is needed".formatted(text, rule));
    }
}
