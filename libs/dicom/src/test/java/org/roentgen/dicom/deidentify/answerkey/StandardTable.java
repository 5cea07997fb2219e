package org.roentgen.dicom.deidentify.answerkey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.roentgen.dicom.Dictionary;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.deidentify.DatePolicy;
import org.roentgen.dicom.deidentify.Option;
import org.roentgen.dicom.deidentify.Profile;

/** What table E.1-1 of PS3.15 expects, read from the lines of the table alone. */
final class StandardTable {
    private static final List<Option> COLUMNS = List.of(
            Option.RETAIN_SAFE_PRIVATE,
            Option.RETAIN_UIDS,
            Option.RETAIN_DEVICE_IDENTITY,
            Option.RETAIN_INSTITUTION_IDENTITY,
            Option.RETAIN_PATIENT_CHARACTERISTICS,
            Option.RETAIN_LONGITUDINAL_FULL_DATES,
            Option.RETAIN_LONGITUDINAL_MODIFIED_DATES,
            Option.CLEAN_DESCRIPTORS,
            Option.CLEAN_STRUCTURED_CONTENT,
            Option.CLEAN_GRAPHICS);

    /** Tag to the action of the basic profile and the ten columns; masks left out. */
    final Map<Integer, List<String>> rows = new TreeMap<>(Integer::compareUnsigned);

    StandardTable() throws IOException {
        for (String line : resource("/org/roentgen/dicom/deidentify/confidentiality.txt")) {
            List<String> fields = List.of(line.split(" "));
            if (!fields.getFirst().contains("x")) {
                rows.put(Integer.parseUnsignedInt(fields.getFirst(), 16), fields.subList(1, fields.size()));
            }
        }
    }

    static List<String> resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(StandardTable.class.getResourceAsStream(name), name)) {
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    /**
     * The letters that are right for an attribute: one, or several where the type of the attribute in the IOD decides. S
     * stands for a shifted date, Y for a date of which the year stays, P for one of our pseudonyms.
     */
    String expected(int tag, Profile profile) {
        List<String> row = Objects.requireNonNull(rows.get(tag));
        VR vr = Dictionary.vr(tag);
        boolean isDate = vr == VR.DA || vr == VR.DT;
        if (isMarked(row, Option.RETAIN_LONGITUDINAL_MODIFIED_DATES, profile, "C")) {
            if (isDate) {
                return profile.dates() == DatePolicy.SHIFT ? "S" : "Y";
            }
            return vr == VR.TM && profile.dates() == DatePolicy.SHIFT ? "K" : basic(tag, row);
        }
        for (Option option : COLUMNS) {
            if (isMarked(row, option, profile, "K")) {
                return "K";
            }
        }
        for (Option option : COLUMNS) {
            if (isMarked(row, option, profile, "C") && (vr.usesCharacterSet() || vr == VR.AE || vr.isSequence())) {
                return "C";
            }
        }
        return switch (Dictionary.keyword(tag)) {
            case "PatientID", "PatientName", "AccessionNumber" -> "P";
            default -> basic(tag, row);
        };
    }

    private static String basic(int tag, List<String> row) {
        return switch (Dictionary.keyword(tag)) {
            // Presentation states must have the one, reports the other: removed elsewhere.
            case "PresentationCreationDate", "PresentationCreationTime" -> "XD";
            case "RequestedProcedureID" -> "XZ";
            default -> row.getFirst().replaceAll("[/*]", "");
        };
    }

    private static boolean isMarked(List<String> row, Option option, Profile profile, String letter) {
        return profile.options().contains(option)
                && row.get(1 + COLUMNS.indexOf(option)).equals(letter);
    }
}
