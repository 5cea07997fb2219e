package org.roentgen.workflow.dataset;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.roentgen.domain.dataset.ImageReference;

/** What is true of a case: a mask, a class, or the findings that are present. */
record ReferenceStandard(Optional<ImageReference> mask, OptionalInt label, List<Integer> findings) {
    ReferenceStandard {
        findings = List.copyOf(findings);
    }

    static ReferenceStandard ofMask(ImageReference mask) {
        return new ReferenceStandard(Optional.of(mask), OptionalInt.empty(), List.of());
    }

    static ReferenceStandard ofClass(int label) {
        return new ReferenceStandard(Optional.empty(), OptionalInt.of(label), List.of());
    }

    static ReferenceStandard ofFindings(List<Integer> present) {
        return new ReferenceStandard(
                Optional.empty(), OptionalInt.empty(), present.stream().sorted().toList());
    }
}
