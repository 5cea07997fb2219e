/** What changed, told to every listener of the database when the change is committed. */
@NullMarked
package org.roentgen.store.event;

import org.jspecify.annotations.NullMarked;
