/** From trained weights and their evaluation to a model package: manifest, card, entries. */
@NullMarked
package org.roentgen.training.packaging;

import org.jspecify.annotations.NullMarked;
