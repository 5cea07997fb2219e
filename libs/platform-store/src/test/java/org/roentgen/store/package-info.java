@NullMarked
package org.roentgen.store;

import org.jspecify.annotations.NullMarked;
