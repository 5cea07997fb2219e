@NullMarked
package org.roentgen.api;

import org.jspecify.annotations.NullMarked;
