/** Commands that use the platform as any program outside may: over its REST API with a token, and its server-sent events. */
@NullMarked
package org.roentgen.local.command;

import org.jspecify.annotations.NullMarked;
