/** Models loaded into ONNX Runtime and kept warm. */
@NullMarked
package org.roentgen.inference.engine;

import org.jspecify.annotations.NullMarked;
