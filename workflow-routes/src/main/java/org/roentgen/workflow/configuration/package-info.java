/** Settings, checked when the service starts. */
@NullMarked
package org.roentgen.workflow.configuration;

import org.jspecify.annotations.NullMarked;
