/** TorchScript emitter: program text and archive, written by plain JDK code. */
@NullMarked
package org.roentgen.network.torchscript;

import org.jspecify.annotations.NullMarked;
