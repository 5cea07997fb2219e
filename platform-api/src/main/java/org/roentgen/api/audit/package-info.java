/** Writing and reading the audit trail. */
@NullMarked
package org.roentgen.api.audit;

import org.jspecify.annotations.NullMarked;
