package org.roentgen.imaging.series;

/**
 * The frame that a slice came from.
 *
 * @param instance index of the data set in the list that was given
 * @param frame counted from 0
 */
public record SourceFrame(int instance, int frame, String sopInstanceUid) {}
