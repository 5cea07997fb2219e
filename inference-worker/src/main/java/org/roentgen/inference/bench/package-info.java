/** {@code roentgen bench infer}: the inference worker's call beside a bare ONNX Runtime session. */
@NullMarked
package org.roentgen.inference.bench;

import org.jspecify.annotations.NullMarked;
