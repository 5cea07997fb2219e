package org.roentgen.api.deidentification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person decides about an image in doubt.
 *
 * @param regions what is blanked in every frame, and nothing else; empty where nothing has to be
 * @param alike true to decide for all waiting images of the same series and size
 */
public record PixelDecisionRequest(@Nullable List<Region> regions, boolean alike) {}
