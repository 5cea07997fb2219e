@NullMarked
package org.roentgen.workflow.deidentification;

import org.jspecify.annotations.NullMarked;
