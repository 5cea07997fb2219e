package org.roentgen.workflow.dataset;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.domain.dataset.AgeBand;
import org.roentgen.domain.dataset.CaseAttribute;

/** Sex, age band and device of an original instance. Birth dates, ages in years and serial numbers do not leave this class. */
final class CaseAttributes {
    private static final Set<String> SEXES = Set.of("F", "M", "O");
    private static final int LONGEST_DEVICE = 64;
    private static final int OLDEST = 130;

    private CaseAttributes() {}

    static Map<CaseAttribute, String> of(DataSet original) {
        Map<CaseAttribute, String> attributes = new EnumMap<>(CaseAttribute.class);
        text(original, Tag.PatientSex).filter(SEXES::contains).ifPresent(sex -> attributes.put(CaseAttribute.SEX, sex));
        years(original)
                .filter(years -> years >= 0 && years <= OLDEST)
                .ifPresent(years -> attributes.put(CaseAttribute.AGE_BAND, AgeBand.of(years)));
        String device = Stream.of(Tag.Manufacturer, Tag.ManufacturerModelName)
                .flatMap(tag -> text(original, tag).stream())
                .collect(Collectors.joining(" "))
                .replaceAll("[^\\p{L}\\p{N} ._+/()-]", "");
        if (!device.isBlank()) {
            attributes.put(CaseAttribute.DEVICE, device.substring(0, Math.min(device.length(), LONGEST_DEVICE)));
        }
        return attributes;
    }

    /** Patient's Age (VR AS, PS3.5 6.2), else from birth to study. */
    private static Optional<Integer> years(DataSet original) {
        Optional<String> age = text(original, Tag.PatientAge).filter(text -> text.matches("\\d{3}[DWMY]"));
        if (age.isPresent()) {
            int count = Integer.parseInt(age.get().substring(0, 3));
            return Optional.of(
                    switch (age.get().charAt(3)) {
                        case 'Y' -> count;
                        case 'M' -> count / 12;
                        case 'W' -> count / 52;
                        default -> count / 365;
                    });
        }
        return date(original, Tag.PatientBirthDate).flatMap(birth -> date(original, Tag.StudyDate)
                .filter(study -> !study.isBefore(birth))
                .map(study -> (int) ChronoUnit.YEARS.between(birth, study)));
    }

    private static Optional<LocalDate> date(DataSet original, int tag) {
        try {
            return text(original, tag).map(text -> LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(DataSet original, int tag) {
        return Optional.of(original.string(tag, "").strip()).filter(text -> !text.isEmpty());
    }
}
