/** {@code roentgen predict}: a model package on files, without the stack. */
@NullMarked
package org.roentgen.inference.predict;

import org.jspecify.annotations.NullMarked;
