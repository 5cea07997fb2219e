/** Takes instances in from DIMSE peers: durable and registered before success is answered. */
@NullMarked
package org.roentgen.workflow.ingest;

import org.jspecify.annotations.NullMarked;
