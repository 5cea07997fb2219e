@NullMarked
package org.roentgen.inference.predict;

import org.jspecify.annotations.NullMarked;
