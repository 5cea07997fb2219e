package org.roentgen.domain.dataset;

/** What a model is to learn. */
public enum Task {
    /** One of several classes for each image. */
    CLASSIFICATION,
    /** For each image any number of findings, each present or not by itself. */
    MULTI_LABEL_CLASSIFICATION,
    /** A class for each voxel. */
    SEGMENTATION
}
