/** Query, retrieve and storage commitment for the hospital's DIMSE peers (PS3.4 annexes C and J). */
@NullMarked
package org.roentgen.workflow.query;

import org.jspecify.annotations.NullMarked;
