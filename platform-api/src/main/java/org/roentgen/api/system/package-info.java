/** The state of all services. */
@NullMarked
package org.roentgen.api.system;

import org.jspecify.annotations.NullMarked;
