package org.roentgen.workflow.dataset;

import java.util.List;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.dataset.Task;

/** What an importer made of a source; worth nothing if a problem is an error. */
record ImportedData(Task task, List<LabelDefinition> labels, List<ImportedCase> cases, List<Problem> problems) {
    ImportedData {
        labels = List.copyOf(labels);
        cases = List.copyOf(cases);
        problems = List.copyOf(problems);
    }

    ImportedData with(List<ImportedCase> others) {
        return new ImportedData(task, labels, others, problems);
    }

    boolean isRefused() {
        return problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
    }
}
