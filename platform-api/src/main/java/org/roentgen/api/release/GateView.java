package org.roentgen.api.release;

import java.util.List;
import java.util.UUID;

/**
 * Whether a data set version may leave the platform.
 *
 * @param signOffRequired a second person has to sign
 * @param open it may leave now
 */
public record GateView(
        UUID datasetVersionId, UUID datasetId, boolean signOffRequired, boolean open, List<ReleaseView> releases) {}
