/** ONNX emitter: the network description with trained weights as a model for ONNX Runtime. */
@NullMarked
package org.roentgen.network.onnx;

import org.jspecify.annotations.NullMarked;
