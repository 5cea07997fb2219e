package org.roentgen.workflow.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.roentgen.domain.dataset.KeyUse;
import org.roentgen.imaging.quality.QualityFinding;
import org.roentgen.imaging.quality.QualityFinding.Kind;
import org.roentgen.imaging.quality.QualityFinding.Severity;

/** With which keys the pseudonyms of cases were made: a patient has another one under each version of a project's key. */
final class CaseKeys {
    private CaseKeys() {}

    /** How many cases have which key, by project and version; those that came with names of their own have none. */
    static List<KeyUse> of(List<ImportedCase> cases) {
        List<KeyUse> uses = new ArrayList<>();
        byProject(cases)
                .forEach((project, versions) ->
                        versions.forEach((version, ids) -> uses.add(new KeyUse(project, version, ids.size()))));
        return uses;
    }

    /** A finding for each project of whose key there are several versions, about the cases of all but the newest. */
    static List<QualityFinding> mixed(List<ImportedCase> cases) {
        List<QualityFinding> findings = new ArrayList<>();
        byProject(cases).forEach((project, versions) -> {
            if (versions.size() > 1) {
                findings.add(new QualityFinding(
                        Kind.MIXED_KEYS,
                        Severity.HIGH,
                        versions.headMap(versions.lastKey()).values().stream()
                                .flatMap(List::stream)
                                .toList(),
                        "Pseudonyms were made with the versions " + versions.keySet() + " of the key of project '"
                                + project
                                + "': a patient has another one under each and may be here twice, in two splits",
                        "Import the data set again, so that all cases have the newest version"));
            }
        });
        return findings;
    }

    /** The ids of the cases of each version of each project's key. */
    private static Map<String, SortedMap<Integer, List<String>>> byProject(List<ImportedCase> cases) {
        Map<String, SortedMap<Integer, List<String>>> projects = new TreeMap<>();
        for (ImportedCase one : cases) {
            one.identity().key().ifPresent(key -> projects.computeIfAbsent(key.project(), _ -> new TreeMap<>())
                    .computeIfAbsent(key.version(), _ -> new ArrayList<>())
                    .add(one.identity().id()));
        }
        return projects;
    }
}
