/** Every refusal as an RFC 9457 problem, decided in one place. */
@NullMarked
package org.roentgen.api.problem;

import org.jspecify.annotations.NullMarked;
