/** The archive's index of patients, studies, series and instances. */
@NullMarked
package org.roentgen.store.archive;

import org.jspecify.annotations.NullMarked;
