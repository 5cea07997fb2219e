package org.roentgen.api.deidentification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What one version of a profile under one version of its project's key did to a study, without any value.
 *
 * @param state {@code RELEASED} or {@code SUPERSEDED} where all its series are, the worst of their states otherwise
 * @param actions how often each action was taken
 */
public record StudyRecord(
        UUID studyId,
        String profile,
        int profileVersion,
        String profileHash,
        String project,
        int keyVersion,
        SeriesRecord.State state,
        int instances,
        int refused,
        int regions,
        Map<String, Long> actions,
        Instant startedAt,
        Optional<Instant> finishedAt,
        List<SeriesRecord> series) {
    private static final List<SeriesRecord.State> WORST_FIRST = List.of(
            SeriesRecord.State.REFUSED,
            SeriesRecord.State.RUNNING,
            SeriesRecord.State.RELEASED,
            SeriesRecord.State.SUPERSEDED);

    /** @param series ordered by versions of the profile and the key */
    static List<StudyRecord> group(List<SeriesRecord> series) {
        Map<String, List<SeriesRecord>> versions = new LinkedHashMap<>();
        series.forEach(one -> versions.computeIfAbsent(
                        one.profile() + " " + one.profileVersion() + " " + one.keyVersion(), _ -> new ArrayList<>())
                .add(one));
        return versions.values().stream().map(StudyRecord::of).toList();
    }

    private static StudyRecord of(List<SeriesRecord> series) {
        SeriesRecord first = series.getFirst();
        Map<String, Long> actions = new TreeMap<>();
        series.forEach(one -> one.actions().forEach((action, times) -> actions.merge(action, times, Long::sum)));
        boolean isFinished = series.stream().allMatch(one -> one.finishedAt().isPresent());
        return new StudyRecord(
                first.studyId(),
                first.profile(),
                first.profileVersion(),
                first.profileHash(),
                first.project(),
                first.keyVersion(),
                series.stream()
                        .map(SeriesRecord::state)
                        .min(Comparator.comparing(WORST_FIRST::indexOf))
                        .orElseThrow(),
                series.stream().mapToInt(SeriesRecord::instances).sum(),
                series.stream().mapToInt(SeriesRecord::refused).sum(),
                series.stream().mapToInt(SeriesRecord::regions).sum(),
                actions,
                series.stream()
                        .map(SeriesRecord::startedAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                isFinished
                        ? series.stream()
                                .flatMap(one -> one.finishedAt().stream())
                                .max(Comparator.naturalOrder())
                        : Optional.empty(),
                series);
    }
}
