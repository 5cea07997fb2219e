@NullMarked
package org.roentgen.workflow.job;

import org.jspecify.annotations.NullMarked;
