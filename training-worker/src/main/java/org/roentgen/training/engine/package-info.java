/** The engine that trains: PyTorch through the Deep Java Library, hidden behind {@link TrainingBackend}. */
@NullMarked
package org.roentgen.training.engine;

import org.jspecify.annotations.NullMarked;
