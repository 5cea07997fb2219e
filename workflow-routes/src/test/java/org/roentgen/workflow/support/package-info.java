@NullMarked
package org.roentgen.workflow.support;

import org.jspecify.annotations.NullMarked;
