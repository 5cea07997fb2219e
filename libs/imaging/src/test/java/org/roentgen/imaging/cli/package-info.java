@NullMarked
package org.roentgen.imaging.cli;

import org.jspecify.annotations.NullMarked;
