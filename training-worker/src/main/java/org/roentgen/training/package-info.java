@NullMarked
package org.roentgen.training;

import org.jspecify.annotations.NullMarked;
