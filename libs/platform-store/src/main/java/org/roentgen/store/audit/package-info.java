/** The audit trail: who did what, when, to which object, from where; append-only and hash-chained. */
@NullMarked
package org.roentgen.store.audit;

import org.jspecify.annotations.NullMarked;
