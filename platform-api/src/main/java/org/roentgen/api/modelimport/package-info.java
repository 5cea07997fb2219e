/** Imports of ONNX models that were trained elsewhere. */
@NullMarked
package org.roentgen.api.modelimport;

import org.jspecify.annotations.NullMarked;
