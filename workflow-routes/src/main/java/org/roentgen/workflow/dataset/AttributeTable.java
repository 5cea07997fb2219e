package org.roentgen.workflow.dataset;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.roentgen.domain.dataset.AgeBand;
import org.roentgen.domain.dataset.CaseAttribute;
import org.roentgen.domain.dataset.Split;

/**
 * The file {@code attributes.csv} at the top of an upload: a line of column names, {@code case} and some of {@code sex},
 * {@code age}, {@code device}, {@code site}, {@code patient}, {@code split}, then a line for each case. Cases are named as in the
 * dataset version or by their file without folders and extension; ages are years and become bands; splits are {@code train},
 * {@code tune} and {@code test}.
 */
final class AttributeTable {
    static final String FILE = "attributes.csv";
    private static final Map<String, CaseAttribute> COLUMNS = Map.of(
            "sex", CaseAttribute.SEX,
            "age", CaseAttribute.AGE_BAND,
            "device", CaseAttribute.DEVICE,
            "site", CaseAttribute.SITE);
    private static final String CASE = "case";
    private static final String PATIENT = "patient";
    private static final String SPLIT = "split";
    private static final Set<String> OWN = Set.of(CASE, PATIENT, SPLIT);

    private final Map<String, Row> byCase = new HashMap<>();

    private record Row(Map<CaseAttribute, String> attributes, String patient, Optional<Split> split) {
        static final Row NONE = new Row(Map.of(), "", Optional.empty());
    }

    /** Empty where the folder has no such file; what breaks a rule becomes a problem. */
    static AttributeTable read(Path folder, List<Problem> problems) throws IOException {
        AttributeTable table = new AttributeTable();
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return table;
        }
        try {
            table.read(Files.readAllLines(file), problems);
        } catch (MalformedInputException e) {
            problems.add(Problem.error(FILE, "is not UTF-8", "save it as UTF-8"));
        }
        return table;
    }

    /** The case with what the table says of it. */
    ImportedCase complete(ImportedCase one) {
        ImportedCase.CaseIdentity identity = one.identity();
        Row row = byCase.getOrDefault(identity.id(), byCase.getOrDefault(CaseNames.stem(identity.file()), Row.NONE));
        Map<CaseAttribute, String> merged = new EnumMap<>(CaseAttribute.class);
        merged.putAll(identity.attributes());
        merged.putAll(row.attributes());
        return new ImportedCase(
                new ImportedCase.CaseIdentity(
                        identity.id(),
                        row.patient().isEmpty() ? identity.patient() : row.patient(),
                        identity.file(),
                        merged,
                        identity.key()),
                row.split().or(one::declared),
                one.image(),
                one.standard(),
                one.stratum(),
                one.contentHash());
    }

    private void read(List<String> lines, List<Problem> problems) {
        List<String> header =
                lines.isEmpty() ? List.of() : cells(lines.getFirst().toLowerCase(Locale.ROOT));
        int key = header.indexOf(CASE);
        List<String> unknown = header.stream()
                .filter(column -> !OWN.contains(column) && !COLUMNS.containsKey(column))
                .toList();
        if (key < 0 || !unknown.isEmpty()) {
            problems.add(Problem.error(
                    FILE,
                    key < 0 ? "its first line has no column 'case'" : "has the columns " + unknown,
                    "name the columns case and some of sex, age, device, site, patient, split"));
            return;
        }
        for (int line = 1; line < lines.size(); line++) {
            List<String> cells = cells(lines.get(line));
            if (lines.get(line).isBlank()) {
                continue;
            }
            if (cells.size() != header.size()) {
                problems.add(Problem.error(
                        FILE + ":" + (line + 1),
                        "has " + cells.size() + " cells under " + header.size() + " columns",
                        "give each column a cell, empty where nothing is known"));
                continue;
            }
            byCase.put(
                    cells.get(key),
                    new Row(
                            attributes(header, cells, line + 1, problems),
                            cell(PATIENT, header, cells),
                            split(cell(SPLIT, header, cells), line + 1, problems)));
        }
    }

    private static String cell(String column, List<String> header, List<String> cells) {
        int place = header.indexOf(column);
        return place < 0 ? "" : cells.get(place);
    }

    private static Optional<Split> split(String name, int line, List<Problem> problems) {
        Optional<Split> split = SplitNames.find(name);
        if (split.isEmpty() && !name.isEmpty()) {
            problems.add(Problem.error(
                    FILE + ":" + line,
                    "names the split '" + name + "'",
                    "write train, tune or test, or leave it empty"));
        }
        return split;
    }

    private static Map<CaseAttribute, String> attributes(
            List<String> header, List<String> cells, int line, List<Problem> problems) {
        Map<CaseAttribute, String> attributes = new EnumMap<>(CaseAttribute.class);
        for (int column = 0; column < header.size(); column++) {
            CaseAttribute attribute = COLUMNS.get(header.get(column));
            String value = cells.get(column);
            if (attribute == null || value.isEmpty()) {
                continue;
            }
            if (attribute != CaseAttribute.AGE_BAND) {
                attributes.put(attribute, value);
            } else if (value.matches("\\d{1,3}")) {
                attributes.put(attribute, AgeBand.of(Integer.parseInt(value)));
            } else {
                problems.add(Problem.error(FILE + ":" + line, "has an age that is no whole number", "give years"));
            }
        }
        return attributes;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        Arrays.stream(line.split(",", -1))
                .map(cell -> cell.strip().replaceAll("^\"|\"$", ""))
                .forEach(cells::add);
        return cells;
    }
}
