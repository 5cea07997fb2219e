/** Pipelines, their versions, and their runs. */
@NullMarked
package org.roentgen.api.pipeline;

import org.jspecify.annotations.NullMarked;
