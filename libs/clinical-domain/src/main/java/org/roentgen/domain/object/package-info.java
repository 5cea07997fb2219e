@NullMarked
package org.roentgen.domain.object;

import org.jspecify.annotations.NullMarked;
