package org.roentgen.imaging.quality;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.roentgen.imaging.quality.QualityFinding.Kind;
import org.roentgen.imaging.quality.QualityFinding.Severity;

/** Patients with cases in more than one split. */
final class SplitCheck implements QualityCheck {
    @Override
    public List<QualityFinding> find(List<CaseTraits> cases) {
        Map<String, List<CaseTraits>> patients = cases.stream()
                .collect(Collectors.groupingBy(each -> each.identity().patient(), TreeMap::new, Collectors.toList()));
        return patients.values().stream()
                .filter(own -> own.stream().map(CaseTraits::split).distinct().count() > 1)
                .map(own -> new QualityFinding(
                        Kind.PATIENT_IN_TWO_SPLITS,
                        Severity.HIGH,
                        own.stream().map(CaseTraits::id).toList(),
                        "One patient has " + own.size() + " cases in the splits "
                                + own.stream().map(CaseTraits::split).collect(Collectors.toCollection(TreeSet::new))
                                + ": the model is tested on whom it learned from",
                        "Put all images of a patient into one split"))
                .toList();
    }
}
