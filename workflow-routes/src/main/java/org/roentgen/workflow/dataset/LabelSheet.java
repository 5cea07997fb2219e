package org.roentgen.workflow.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.roentgen.domain.dataset.Split;
import org.roentgen.domain.dataset.Task;
import org.roentgen.workflow.dataset.ImageLabels.Labelled;

/**
 * {@code labels.csv}: the column {@code file} (path from the sheet's folder), {@code patient} and {@code split} where known, and
 * either one column {@code label} with the class, or a column for each finding with 1 where it is present and 0 where it is not.
 */
final class LabelSheet {
    private static final String FILE = "file";
    private static final String PATIENT = "patient";
    private static final String SPLIT = "split";
    private static final String LABEL = "label";

    private final String sheet;
    private final List<String> columns = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Problem> problems;

    private LabelSheet(String sheet, List<String> header, List<Problem> problems) {
        this.sheet = sheet;
        this.problems = problems;
        for (int place = 0; place < header.size(); place++) {
            String name = header.get(place).strip();
            String known = name.toLowerCase(Locale.ROOT);
            boolean own = Set.of(FILE, PATIENT, SPLIT, LABEL).contains(known);
            if (places.putIfAbsent(own ? known : name, place) != null) {
                problems.add(Problem.error(sheet, "has the column '" + name + "' twice", "give each its own name"));
            }
            if (!own) {
                columns.add(name);
            }
        }
    }

    static boolean isSheet(String file) {
        return CaseNames.fileName(file).equalsIgnoreCase("labels.csv");
    }

    /**
     * Reads a sheet.
     *
     * @param sheet its path in the upload
     * @param images paths of the images in the upload
     */
    static ImageLabels read(String sheet, List<String> lines, List<String> images, List<Problem> problems) {
        if (lines.isEmpty()) {
            problems.add(Problem.error(sheet, "is empty", "give a header and a row for each image"));
            return new ImageLabels(Task.CLASSIFICATION, List.of(), List.of());
        }
        LabelSheet read = new LabelSheet(sheet, Csv.fields(lines.getFirst().replace("\uFEFF", "")), problems);
        return read.labels(lines, images);
    }

    private ImageLabels labels(List<String> lines, List<String> images) {
        boolean oneClass = places.containsKey(LABEL);
        if (!places.containsKey(FILE) || (!oneClass && columns.isEmpty())) {
            problems.add(Problem.error(
                    sheet,
                    "has the columns " + Csv.fields(lines.getFirst()),
                    "name a column 'file', and one 'label' or one for each finding"));
            return new ImageLabels(Task.CLASSIFICATION, List.of(), List.of());
        }
        List<Labelled> rows = new ArrayList<>();
        Set<String> missing = new HashSet<>(images);
        for (int line = 1; line < lines.size(); line++) {
            if (lines.get(line).isBlank()) {
                continue;
            }
            Optional<Labelled> row = row(line + 1, Csv.fields(lines.get(line)), oneClass);
            if (row.isPresent() && missing.remove(row.get().file())) {
                rows.add(row.get());
            } else if (row.isPresent()) {
                fault(line + 1, "names '" + row.get().file() + "', which is no image of the upload or named twice");
            }
        }
        missing.forEach(
                file -> problems.add(Problem.error(file, "has no row in " + sheet, "add one, or leave the image out")));
        return oneClass
                ? new ImageLabels(Task.CLASSIFICATION, classes(rows), rows)
                : new ImageLabels(Task.MULTI_LABEL_CLASSIFICATION, columns, rows);
    }

    private static List<String> classes(List<Labelled> rows) {
        Set<String> names = new TreeSet<>();
        rows.forEach(row -> names.addAll(row.names()));
        return List.copyOf(names);
    }

    private Optional<Labelled> row(int line, List<String> fields, boolean oneClass) {
        if (fields.size() != places.size()) {
            fault(line, "has " + fields.size() + " fields, the header has " + places.size());
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        if (oneClass) {
            names.add(field(fields, LABEL));
        }
        for (String column : oneClass ? List.<String>of() : columns) {
            switch (field(fields, column)) {
                case "1", "1.0" -> names.add(column);
                case "0", "0.0" -> {}
                default -> {
                    fault(line, "says '" + field(fields, column) + "' of the finding '" + column + "', not 0 or 1");
                    return Optional.empty();
                }
            }
        }
        Optional<Split> split = SplitNames.find(field(fields, SPLIT));
        if (split.isEmpty() && !field(fields, SPLIT).isEmpty()) {
            fault(line, "names the split '" + field(fields, SPLIT) + "', not train, tune or test");
        }
        String patient = field(fields, PATIENT);
        return Optional.of(new Labelled(
                folder() + field(fields, FILE),
                patient.isEmpty() ? Optional.empty() : Optional.of(patient),
                split,
                names));
    }

    private String folder() {
        return sheet.substring(0, sheet.lastIndexOf('/') + 1);
    }

    /** Empty where the sheet has no such column. */
    private String field(List<String> fields, String column) {
        Integer place = places.get(column);
        return place == null ? "" : fields.get(place).strip();
    }

    private void fault(int line, String rule) {
        problems.add(Problem.error(sheet, "line " + line + " " + rule, "correct the line"));
    }
}
