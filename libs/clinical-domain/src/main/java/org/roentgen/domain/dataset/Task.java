package org.roentgen.domain.dataset;

/** What a model is to learn. */
public enum Task {
    CLASSIFICATION,
    SEGMENTATION
}
