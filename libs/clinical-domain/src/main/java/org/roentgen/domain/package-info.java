@NullMarked
package org.roentgen.domain;

import org.jspecify.annotations.NullMarked;
