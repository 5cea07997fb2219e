package org.roentgen.training.dataset;

import java.util.Optional;
import org.roentgen.domain.dataset.DatasetCase;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.recipe.Preprocessed;

/**
 * A case as the network sees it.
 *
 * @param target the class index alone, 0 or 1 for each finding, or the labels on the grid of the preprocessed image
 * @param reference the label map on the grid of the original image, for segmentation
 */
@SuppressWarnings("ArrayRecordComponent")
public record PreparedCase(DatasetCase origin, Preprocessed image, byte[] target, Optional<LabelVolume> reference) {}
