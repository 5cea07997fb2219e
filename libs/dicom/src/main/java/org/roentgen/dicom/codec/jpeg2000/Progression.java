package org.roentgen.dicom.codec.jpeg2000;

/**
 * One progression volume (T.800 A.6.6).
 *
 * @param order 0 LRCP, 1 RLCP, 2 RPCL, 3 PCRL, 4 CPRL
 * @param firstResolution first resolution
 * @param lastResolution resolution behind the last
 * @param firstComponent first component
 * @param lastComponent component behind the last
 * @param layers layer behind the last
 */
record Progression(
        int order, int firstResolution, int lastResolution, int firstComponent, int lastComponent, int layers) {}
