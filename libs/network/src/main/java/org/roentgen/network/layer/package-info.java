/** Layer kinds: each is a record with its shape rule, its TorchScript text and its ONNX nodes. */
@NullMarked
package org.roentgen.network.layer;

import org.jspecify.annotations.NullMarked;
