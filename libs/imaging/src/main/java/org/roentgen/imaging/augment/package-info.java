/** Random changes of training samples that leave image and reference labels in step. */
@NullMarked
package org.roentgen.imaging.augment;

import org.jspecify.annotations.NullMarked;
