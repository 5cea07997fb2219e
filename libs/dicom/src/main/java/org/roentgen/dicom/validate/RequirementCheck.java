package org.roentgen.dicom.validate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Element;

/** Checks that attributes are there and have values as their types ask (PS3.5 7.4). */
final class RequirementCheck {
    private final Findings findings;
    private final Set<Integer> relaxed;

    /** @param modules those of the IOD: what one of them makes optional at its top is optional */
    RequirementCheck(List<String> modules, Findings findings) {
        this.findings = findings;
        this.relaxed = modules.stream()
                .flatMap(module -> ModuleTable.INSTANCE.find(module).requirements().stream())
                .filter(Requirement::isOptional)
                .map(Requirement::tag)
                .collect(Collectors.toSet());
    }

    void check(String module, DataSet dataSet, String path) {
        ModuleTable.Module table = ModuleTable.INSTANCE.find(module);
        check(table.requirements(), table.macros(), dataSet, path);
    }

    private void check(List<Requirement> requirements, List<String> macros, DataSet dataSet, String path) {
        for (Requirement requirement : requirements) {
            if (!path.isEmpty() || !relaxed.contains(requirement.tag())) {
                check(requirement, dataSet, Findings.path(path, requirement.tag()));
            }
        }
        for (String macro : macros) {
            check(macro, dataSet, path);
        }
    }

    private void check(Requirement requirement, DataSet dataSet, String path) {
        Element element = dataSet.element(requirement.tag()).orElse(null);
        String what = Findings.name(requirement.tag()) + " of type " + requirement.type();
        if (element == null) {
            if (requirement.appliesTo(dataSet)) {
                findings.error(
                        path,
                        requirement.needsValue() ? ValidationRule.TYPE_1_MISSING : ValidationRule.TYPE_2_MISSING,
                        what + " is missing");
            }
            return;
        }
        if (element.isEmpty()) {
            if (requirement.needsValue()) {
                findings.error(path, ValidationRule.TYPE_1_EMPTY, what + " has no value");
            }
            return;
        }
        List<DataSet> items = dataSet.items(requirement.tag());
        for (int index = 0; index < items.size() && !findings.isFull(); index++) {
            check(requirement.items(), requirement.macros(), items.get(index), Findings.item(path, index));
        }
    }
}
