@NullMarked
package org.roentgen.objectstore;

import org.jspecify.annotations.NullMarked;
