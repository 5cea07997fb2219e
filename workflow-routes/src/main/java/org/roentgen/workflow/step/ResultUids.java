package org.roentgen.workflow.step;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.roentgen.dicom.object.Uids;

/** UIDs of a run's result objects: the same for the same result, others for a result of another inference. */
record ResultUids(String segmentation, String segmentationSeries, String report, String reportSeries) {
    static ResultUids of(UUID run, String result) {
        return new ResultUids(
                uid(run, result, "segmentation"),
                uid(run, result, "segmentation-series"),
                uid(run, result, "report"),
                uid(run, result, "report-series"));
    }

    private static String uid(UUID run, String result, String what) {
        return Uids.of(UUID.nameUUIDFromBytes((run + "\n" + what + "\n" + result).getBytes(StandardCharsets.UTF_8)));
    }
}
