@NullMarked
package org.roentgen.workflow.ingest;

import org.jspecify.annotations.NullMarked;
