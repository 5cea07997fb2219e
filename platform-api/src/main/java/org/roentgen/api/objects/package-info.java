/** The object stores of both zones. */
@NullMarked
package org.roentgen.api.objects;

import org.jspecify.annotations.NullMarked;
