@NullMarked
package org.roentgen.domain.archive;

import org.jspecify.annotations.NullMarked;
