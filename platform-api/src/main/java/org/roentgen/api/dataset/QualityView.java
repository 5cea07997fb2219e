package org.roentgen.api.dataset;

import java.util.List;
import java.util.Map;

/**
 * The data-quality report of a dataset version.
 *
 * @param labels for each split how many cases have each label
 * @param axes voxels and spacing along x, y and z
 * @param findings the most harmful first
 * @param pictures of cases with findings by their ids, as {@code data:} addresses
 */
public record QualityView(
        int cases,
        Map<String, Map<String, Integer>> labels,
        List<AxisRange> axes,
        List<Concern> findings,
        Map<String, String> pictures) {
    /** Number of voxels and mm between them along an axis. */
    public record AxisRange(
            int leastSize, int medianSize, int mostSize, double leastMm, double medianMm, double mostMm) {}

    /** Something that a person should look at, and what to do about it. */
    public record Concern(String kind, Harm severity, List<String> cases, String message, String fix) {}

    /** How much it can harm: the evaluation cannot be believed, the model may learn what is wrong, or it is unusual. */
    public enum Harm {
        HIGH,
        MEDIUM,
        LOW
    }
}
