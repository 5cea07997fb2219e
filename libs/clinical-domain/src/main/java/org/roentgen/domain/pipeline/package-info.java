/** Pipelines as administrators configure them: versioned JSON that the workflow routes compile to Camel routes. */
@NullMarked
package org.roentgen.domain.pipeline;

import org.jspecify.annotations.NullMarked;
