/** Networks that the platform trains. */
@NullMarked
package org.roentgen.network.zoo;

import org.jspecify.annotations.NullMarked;
