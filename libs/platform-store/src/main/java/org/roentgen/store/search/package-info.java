/** The archive's query model: keys, matching and results of C-FIND and QIDO-RS, as SQL over the archive's columns. */
@NullMarked
package org.roentgen.store.search;

import org.jspecify.annotations.NullMarked;
