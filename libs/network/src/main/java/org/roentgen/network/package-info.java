@NullMarked
package org.roentgen.network;

import org.jspecify.annotations.NullMarked;
