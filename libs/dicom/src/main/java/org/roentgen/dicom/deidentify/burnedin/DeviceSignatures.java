package org.roentgen.dicom.deidentify.burnedin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.deidentify.TableLines;

/** Where devices of known make burn the patient's name into their images, from {@code burned-in-regions.txt}. */
final class DeviceSignatures {
    private static final DeviceSignatures INSTANCE = new DeviceSignatures();
    private static final int FIELDS = 7;

    private final List<Signature> signatures = new ArrayList<>();

    /** Text parts are looked for in the attribute, in lower case; {@code *} and 0 stand for any. */
    private record Signature(
            String modality, String manufacturer, String model, String imageType, int rows, int columns, Box box) {
        boolean matches(DataSet dataSet) {
            return (modality.equals("*") || dataSet.string(Tag.Modality, "").equalsIgnoreCase(modality))
                    && isIn(manufacturer, dataSet.string(Tag.Manufacturer, ""))
                    && isIn(model, dataSet.string(Tag.ManufacturerModelName, ""))
                    && isIn(imageType, String.join(" ", dataSet.strings(Tag.ImageType)))
                    && (rows == 0 || dataSet.integer(Tag.Rows, 0) == rows)
                    && (columns == 0 || dataSet.integer(Tag.Columns, 0) == columns);
        }

        private static boolean isIn(String part, String value) {
            return part.equals("*") || value.toLowerCase(Locale.ROOT).contains(part.replace('_', ' '));
        }
    }

    private DeviceSignatures() {
        TableLines.forEach("burned-in-regions.txt", line -> {
            String[] fields = line.trim().split("\\s+");
            if (fields.length != FIELDS) {
                throw new IllegalStateException("'" + line + "' has " + fields.length + " fields, not " + FIELDS);
            }
            int[] box = Arrays.stream(fields[6].split(","))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            signatures.add(new Signature(
                    fields[0],
                    fields[1],
                    fields[2],
                    fields[3],
                    Integer.parseInt(fields[4]),
                    Integer.parseInt(fields[5]),
                    new Box(box[0], box[1], box[2], box[3])));
        });
    }

    /** The rectangles that the device of an image writes into. */
    static List<Box> of(DataSet dataSet) {
        return INSTANCE.signatures.stream()
                .filter(signature -> signature.matches(dataSet))
                .map(Signature::box)
                .toList();
    }
}
