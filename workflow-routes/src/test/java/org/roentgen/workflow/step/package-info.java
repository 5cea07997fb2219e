@NullMarked
package org.roentgen.workflow.step;

import org.jspecify.annotations.NullMarked;
