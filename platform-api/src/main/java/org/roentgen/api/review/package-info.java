/** Readers' decisions. */
@NullMarked
package org.roentgen.api.review;

import org.jspecify.annotations.NullMarked;
