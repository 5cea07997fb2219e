@NullMarked
package org.roentgen.workflow.database;

import org.jspecify.annotations.NullMarked;
