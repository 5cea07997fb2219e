package org.roentgen.local.demo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the demo runs on.
 *
 * @param data a folder with NIfTI {@code images/} and {@code labels/} to learn from; empty: the synthetic cohort
 * @param studies DICOM files to send as new studies; empty: those found in {@code data}
 * @param model name of the model
 * @param labels names of the labels 1, 2, ... separated by commas
 * @param seriesDescription regular expression of the series that the model is for
 * @param patients patients of the synthetic cohort
 * @param mirror whether training and prediction may mirror the images
 */
public record DemoOptions(
        Optional<Path> data,
        Optional<Path> studies,
        String model,
        String labels,
        String seriesDescription,
        int patients,
        Optional<Integer> epochs,
        boolean mirror) {}
