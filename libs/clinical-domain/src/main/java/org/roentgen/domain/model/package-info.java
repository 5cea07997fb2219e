@NullMarked
package org.roentgen.domain.model;

import org.jspecify.annotations.NullMarked;
