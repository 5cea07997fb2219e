@NullMarked
package org.roentgen.workflow.query;

import org.jspecify.annotations.NullMarked;
