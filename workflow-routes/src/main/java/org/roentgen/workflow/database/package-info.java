/** Plain SQL in the transaction of the caller, and the notifications that go out when it commits. */
@NullMarked
package org.roentgen.workflow.database;

import org.jspecify.annotations.NullMarked;
