package org.roentgen.api.training;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.roentgen.api.dataset.LabelView;

/**
 * A training run with its epochs.
 *
 * @param labels of its data set version: their values stand in the names of metrics
 */
public record TrainingDetail(@JsonUnwrapped TrainingView run, List<LabelView> labels, List<EpochView> epochs) {}
