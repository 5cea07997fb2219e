package org.roentgen.dicom.codec.jpeg;

/**
 * One component of a frame header (T.81 B.2.2).
 *
 * @param index position in the frame header
 * @param identifier component identifier that scans refer to
 * @param horizontal horizontal sampling factor, 1 to 4
 * @param vertical vertical sampling factor, 1 to 4
 * @param quantization number of the quantization table, 0 to 3
 */
record JpegComponent(int index, int identifier, int horizontal, int vertical, int quantization) {}
