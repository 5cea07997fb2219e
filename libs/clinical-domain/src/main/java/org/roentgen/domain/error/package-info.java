@NullMarked
package org.roentgen.domain.error;

import org.jspecify.annotations.NullMarked;
