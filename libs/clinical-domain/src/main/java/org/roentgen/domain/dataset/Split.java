package org.roentgen.domain.dataset;

/** The part of a dataset version that a case belongs to; the test split is locked until evaluation. */
public enum Split {
    TRAIN,
    TUNE,
    TEST
}
