@NullMarked
package org.roentgen.workflow.dataset;

import org.jspecify.annotations.NullMarked;
