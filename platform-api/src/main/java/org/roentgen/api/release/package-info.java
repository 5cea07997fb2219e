/** What must be known before a data set leaves the platform, and the second person who lets it go. */
@NullMarked
package org.roentgen.api.release;

import org.jspecify.annotations.NullMarked;
