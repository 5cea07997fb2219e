package org.roentgen.dicom.deidentify;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Table E.1-1 of PS3.15, our additions to it, and the types that resolve its conditional actions. */
final class ConfidentialityTable {
    static final ConfidentialityTable INSTANCE = new ConfidentialityTable();
    private static final int FIRST_OPTION = 2;

    private final Map<Integer, Row> rows = new HashMap<>();
    private final Map<Integer, Map<IodFamily, Action>> conditional = new HashMap<>();
    private final Map<Long, Action> inSequence = new HashMap<>();
    private final Set<Integer> sequences = new HashSet<>();

    /**
     * A line of the table.
     *
     * @param basic the action of the basic profile, such as {@code X/Z/D}
     * @param options the columns of the options: K, C or -
     */
    record Row(String basic, String options) {
        char column(Option option) {
            return option.column() < 0 || option.column() >= options.length() ? '-' : options.charAt(option.column());
        }
    }

    private ConfidentialityTable() {
        TableLines.forEach("confidentiality.txt", this::addRow);
        TableLines.forEach("additions.txt", this::addRow);
        TableLines.forEach("conditional.txt", this::addConditional);
    }

    private void addRow(String line) {
        List<String> fields = List.of(line.split(" "));
        String tag = fields.getFirst();
        if (tag.indexOf('x') < 0) {
            String options = String.join("", fields.subList(FIRST_OPTION, fields.size()));
            rows.put(Integer.parseUnsignedInt(tag, 16), new Row(fields.get(1), options));
        }
    }

    private void addConditional(String line) {
        List<String> fields = List.of(line.split(" "));
        Map<IodFamily, Action> byFamily = new EnumMap<>(IodFamily.class);
        int tag = Integer.parseUnsignedInt(fields.getFirst(), 16);
        byFamily.put(IodFamily.OTHER, action(fields.get(1)));
        for (String field : fields.subList(2, fields.size())) {
            String[] parts = field.split("=");
            if (Character.isDigit(field.charAt(0))) {
                int sequence = Integer.parseUnsignedInt(parts[0], 16);
                sequences.add(sequence);
                inSequence.put(inSequence(sequence, tag), action(parts[1]));
            } else {
                byFamily.put(IodFamily.valueOf(parts[0]), action(parts[1]));
            }
        }
        conditional.put(tag, byFamily);
    }

    private static long inSequence(int sequence, int tag) {
        return (long) sequence << 32 | Integer.toUnsignedLong(tag);
    }

    /** The line of an attribute; null where the table is silent. Repeating groups are no business of it. */
    @Nullable
    Row find(int tag) {
        return rows.get(tag);
    }

    /** True where an action depends on whether the attribute stands in the items of a sequence. */
    boolean dependsOn(int sequence) {
        return sequences.contains(sequence);
    }

    /**
     * The action of the basic profile in an IOD.
     *
     * @param sequence whose item holds the attribute, or 0
     */
    Action basic(int tag, Row row, IodFamily family, int sequence) {
        Action nested = inSequence.get(inSequence(sequence, tag));
        if (nested != null) {
            return nested;
        }
        Map<IodFamily, Action> byFamily = conditional.get(tag);
        if (byFamily == null) {
            // Where no type is known, a dummy is valid whatever the type is.
            return row.basic().length() == 1 ? action(row.basic()) : Action.DUMMY;
        }
        Action named = byFamily.get(family);
        return named != null ? named : Objects.requireNonNull(byFamily.get(IodFamily.OTHER));
    }

    private static Action action(String letter) {
        return switch (letter) {
            case "K" -> Action.KEEP;
            case "X" -> Action.REMOVE;
            case "Z" -> Action.EMPTY;
            case "D" -> Action.DUMMY;
            case "U" -> Action.REPLACE_UID;
            default -> throw new IllegalStateException("the table has the action '" + letter + "', which is none");
        };
    }
}
