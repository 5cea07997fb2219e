package org.roentgen.imaging.metrics;

/**
 * Two models on the same cases.
 *
 * @param first value of the first model
 * @param second value of the second model
 * @param difference first minus second, with its 95% confidence interval
 * @param pValue two-sided, of no difference
 */
public record PairedDifference(double first, double second, Bootstrap.Interval difference, double pValue) {}
