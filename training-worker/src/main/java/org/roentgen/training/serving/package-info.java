/** What is served of a training: the exported model in ONNX Runtime, its parity with PyTorch, and the signed package around it. */
@NullMarked
package org.roentgen.training.serving;

import org.jspecify.annotations.NullMarked;
