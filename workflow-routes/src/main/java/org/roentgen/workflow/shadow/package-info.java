/** Versions in the stage SHADOW on the studies of the version in production: run after it, stored apart, compared with it. */
@NullMarked
package org.roentgen.workflow.shadow;

import org.jspecify.annotations.NullMarked;
