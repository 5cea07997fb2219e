package org.roentgen.api.training;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A start from a registered model.
 *
 * @param frozen layers, or what names of layers start with, whose weights do not change
 */
public record TransferRequest(UUID modelVersionId, Optional<List<String>> frozen) {}
