@NullMarked
package org.roentgen.inference;

import org.jspecify.annotations.NullMarked;
