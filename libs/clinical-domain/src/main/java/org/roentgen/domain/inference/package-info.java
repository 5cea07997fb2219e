@NullMarked
package org.roentgen.domain.inference;

import org.jspecify.annotations.NullMarked;
