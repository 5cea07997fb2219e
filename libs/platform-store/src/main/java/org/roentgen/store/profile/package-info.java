/** De-identification profiles as versioned data. */
@NullMarked
package org.roentgen.store.profile;

import org.jspecify.annotations.NullMarked;
