package org.roentgen.api.deidentification;

import java.util.List;

/**
 * What follows from a decision.
 *
 * @param decided how many images it was for
 * @param waiting how many images of the record still wait; with the last one the series is taken up again
 */
public record PixelDecisionView(int decided, long waiting, List<Region> regions) {
    public PixelDecisionView {
        regions = List.copyOf(regions);
    }
}
