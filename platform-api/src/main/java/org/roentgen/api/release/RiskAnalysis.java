package org.roentgen.api.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.roentgen.api.release.Headers.CaseHeader;
import org.roentgen.api.release.RiskReport.KeptElement;
import org.roentgen.api.release.RiskReport.QuasiIdentifier;
import org.roentgen.api.release.RiskReport.RareValue;
import org.roentgen.api.release.RiskReport.SuspiciousText;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Dictionary;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Tags;
import org.roentgen.dicom.VR;

/** Measures how easily persons could be recognised by what was kept of their headers. */
final class RiskAnalysis {
    private static final int FEW = 5;
    private static final List<Integer> QUASI_IDENTIFIERS = List.of(
            Tag.PatientSex,
            Tag.PatientAge,
            Tag.PatientSize,
            Tag.PatientWeight,
            Tag.EthnicGroup,
            Tag.StudyDate,
            Tag.Manufacturer,
            Tag.ManufacturerModelName,
            Tag.DeviceSerialNumber,
            Tag.StationName,
            Tag.InstitutionName);
    private static final Set<VR> FREE = Set.of(VR.LO, VR.LT, VR.SH, VR.ST, VR.UC, VR.UT);

    private final Map<String, List<DataSet>> patients = new LinkedHashMap<>();
    private final Map<Integer, Integer> privateElements = new TreeMap<>(Integer::compareUnsigned);
    private final Map<Integer, Integer> freeText = new TreeMap<>(Integer::compareUnsigned);
    private final Map<String, SuspiciousText> suspicious = new TreeMap<>();
    private int cases;

    void add(CaseHeader header) {
        cases++;
        patients.computeIfAbsent(header.patient(), _ -> new ArrayList<>()).add(header.dataSet());
        Set<Integer> seen = new HashSet<>();
        scan(header.dataSet(), seen);
    }

    RiskReport report(UUID version, int patientsOfAll) {
        Map<List<String>, Integer> groups = new HashMap<>();
        patients.values()
                .forEach(headers -> groups.merge(
                        QUASI_IDENTIFIERS.stream()
                                .map(tag -> value(headers, tag))
                                .toList(),
                        1,
                        Integer::sum));
        return new RiskReport(
                version,
                patientsOfAll,
                cases,
                groups.values().stream().mapToInt(Integer::intValue).min().orElse(0),
                (int) groups.values().stream().filter(size -> size == 1).count(),
                groups.values().stream()
                        .filter(size -> size < FEW)
                        .mapToInt(Integer::intValue)
                        .sum(),
                QUASI_IDENTIFIERS.stream().map(this::quasiIdentifier).toList(),
                kept(privateElements),
                kept(freeText),
                List.copyOf(suspicious.values()));
    }

    private QuasiIdentifier quasiIdentifier(int tag) {
        Map<String, Integer> counts = new TreeMap<>();
        patients.values().forEach(headers -> counts.merge(value(headers, tag), 1, Integer::sum));
        int missing = Optional.ofNullable(counts.remove("")).orElse(0);
        List<RareValue> rare = counts.entrySet().stream()
                .filter(entry -> entry.getValue() < FEW)
                .map(entry -> new RareValue(entry.getKey(), entry.getValue()))
                .toList();
        return new QuasiIdentifier(Dictionary.keyword(tag), counts.size(), missing, rare);
    }

    /** All values of a patient's cases together, since an attacker sees them together. */
    private static String value(List<DataSet> headers, int tag) {
        return String.join(
                ", ",
                headers.stream()
                        .map(header -> header.string(tag, ""))
                        .filter(value -> !value.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private void scan(DataSet dataSet, Set<Integer> seen) {
        for (Element element : dataSet) {
            int tag = element.tag();
            VR vr = dataSet.vr(element);
            boolean isNew = !element.isEmpty() && seen.add(tag);
            if (Tags.isPrivate(tag) && isNew) {
                privateElements.merge(tag, 1, Integer::sum);
            } else if (FREE.contains(vr) && isNew) {
                freeText.merge(tag, 1, Integer::sum);
            }
            if (vr.isString() && vr.usesCharacterSet()) {
                dataSet.strings(element).forEach(text -> TextScan.look(text).ifPresent(why -> suspect(tag, why)));
            }
            dataSet.items(tag).forEach(item -> scan(item, seen));
        }
    }

    private void suspect(int tag, String why) {
        String name = Dictionary.keyword(tag);
        suspicious.merge(
                Tags.format(tag) + why,
                new SuspiciousText(Tags.format(tag), name, why, 1),
                (before, _) -> new SuspiciousText(before.tag(), name, why, before.cases() + 1));
    }

    private static List<KeptElement> kept(Map<Integer, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> new KeptElement(
                        Tags.format(entry.getKey()), Dictionary.keyword(entry.getKey()), entry.getValue()))
                .toList();
    }
}
