/** From trained weights to a model package: export, parity, card, signature. */
@NullMarked
package org.roentgen.training.packaging;

import org.jspecify.annotations.NullMarked;
