/** Read models: SQL over several tables into records. */
@NullMarked
package org.roentgen.store.query;

import org.jspecify.annotations.NullMarked;
