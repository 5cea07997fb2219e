package org.roentgen.dicom.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The attributes of modules and macros (PS3.3), from the generated table. */
final class ModuleTable {
    static final ModuleTable INSTANCE = new ModuleTable(Tables.lines("modules.tsv"));

    /** The attributes of a module at its top, and the macros that it includes there. */
    record Module(List<Requirement> requirements, List<String> macros) {}

    private final Map<String, Module> modules = new HashMap<>();

    private ModuleTable(List<String> lines) {
        List<Requirement> open = new ArrayList<>();
        Module current = new Module(new ArrayList<>(), new ArrayList<>());
        for (String line : lines) {
            if (line.startsWith("=")) {
                current = new Module(new ArrayList<>(), new ArrayList<>());
                modules.put(line.substring(1), current);
                continue;
            }
            String[] fields = line.split("\t");
            int depth = Integer.parseInt(fields[0]);
            if (fields[1].startsWith("@")) {
                List<String> macros =
                        depth == 0 ? current.macros() : open.get(depth - 1).macros();
                macros.add(fields[1].substring(1));
                continue;
            }
            Requirement requirement = Requirement.of(
                    Integer.parseUnsignedInt(fields[1], 16),
                    fields[2],
                    fields.length > 3 ? Condition.parse(fields[3]) : null);
            List<Requirement> siblings =
                    depth == 0 ? current.requirements() : open.get(depth - 1).items();
            siblings.add(requirement);
            open.subList(depth, open.size()).clear();
            open.add(requirement);
        }
    }

    /** A module or macro; one that the table leaves out asks for nothing. */
    Module find(String name) {
        return modules.getOrDefault(name, new Module(List.of(), List.of()));
    }
}
