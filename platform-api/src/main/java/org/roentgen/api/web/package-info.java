/** Serving the web UI. */
@NullMarked
package org.roentgen.api.web;

import org.jspecify.annotations.NullMarked;
