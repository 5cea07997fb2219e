package org.roentgen.workflow.shadow;

import java.util.Map;

/**
 * How far two models say the same of one series.
 *
 * @param agrees whether a reader would call it the same result
 * @param value from 0 to 1: the mean Dice of the labels, or 1 less the largest difference of a probability
 * @param byLabel the Dice of each label, or 1 less the difference of its probabilities
 */
record Agreement(boolean agrees, double value, Map<String, Double> byLabel) {}
