package org.roentgen.api.training;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A training run with its epochs. */
public record TrainingDetail(@JsonUnwrapped TrainingView run, List<EpochView> epochs) {}
