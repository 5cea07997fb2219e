@NullMarked
package org.roentgen.imaging;

import org.jspecify.annotations.NullMarked;
