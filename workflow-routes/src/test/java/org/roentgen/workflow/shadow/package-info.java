@NullMarked
package org.roentgen.workflow.shadow;

import org.jspecify.annotations.NullMarked;
