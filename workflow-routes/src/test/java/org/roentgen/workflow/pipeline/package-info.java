@NullMarked
package org.roentgen.workflow.pipeline;

import org.jspecify.annotations.NullMarked;
