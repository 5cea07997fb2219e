@NullMarked
package org.roentgen.local;

import org.jspecify.annotations.NullMarked;
