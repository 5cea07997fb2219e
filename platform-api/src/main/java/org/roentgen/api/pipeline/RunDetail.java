package org.roentgen.api.pipeline;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A run with its steps and deliveries. */
public record RunDetail(@JsonUnwrapped RunView run, List<StepView> steps, List<DeliveryView> deliveries) {}
