/**
 * One typed description of a neural network with two emitters: TorchScript for training and ONNX for serving.
 * Nothing here needs an engine: a network is built, checked and written with the JDK alone.
 */
@NullMarked
package org.roentgen.network;

import org.jspecify.annotations.NullMarked;
