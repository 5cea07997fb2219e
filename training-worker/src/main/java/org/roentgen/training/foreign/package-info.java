/** ONNX models that were trained elsewhere: tried before they are packed and signed. */
@NullMarked
package org.roentgen.training.foreign;

import org.jspecify.annotations.NullMarked;
