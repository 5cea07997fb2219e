@NullMarked
package org.roentgen.workflow;

import org.jspecify.annotations.NullMarked;
