/** What the results of a model on the test cases say: groups of cases, and other models beside it. */
@NullMarked
package org.roentgen.training.evaluation;

import org.jspecify.annotations.NullMarked;
