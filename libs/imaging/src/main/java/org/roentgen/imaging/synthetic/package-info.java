/** An invented cohort for demonstrations and tests: physically plausible, clearly labelled synthetic, reproducible from a seed. */
@NullMarked
package org.roentgen.imaging.synthetic;

import org.jspecify.annotations.NullMarked;
