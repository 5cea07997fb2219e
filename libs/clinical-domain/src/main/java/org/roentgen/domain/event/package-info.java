@NullMarked
package org.roentgen.domain.event;

import org.jspecify.annotations.NullMarked;
