@NullMarked
package org.roentgen.domain.job;

import org.jspecify.annotations.NullMarked;
