package org.roentgen.dicom.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mandatory modules of the IODs that are checked, by SOP class. */
final class IodTable {
    /** An IOD by its name in PS3.3, with the names of modules. */
    record Iod(String name, List<String> modules) {}

    static final IodTable INSTANCE = new IodTable(Tables.lines("iods.tsv"));

    private final Map<String, Iod> bySopClass = new HashMap<>();

    private IodTable(List<String> lines) {
        for (String line : lines) {
            String[] fields = line.split("\t");
            bySopClass.put(fields[0], new Iod(fields[1], List.of(fields[2].split(" "))));
        }
    }

    Optional<Iod> find(String sopClassUid) {
        return Optional.ofNullable(bySopClass.get(sopClassUid));
    }
}
