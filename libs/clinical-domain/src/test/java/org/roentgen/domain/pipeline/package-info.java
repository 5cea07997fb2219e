@NullMarked
package org.roentgen.domain.pipeline;

import org.jspecify.annotations.NullMarked;
