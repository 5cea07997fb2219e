/** Models, their versions and promotions. */
@NullMarked
package org.roentgen.api.model;

import org.jspecify.annotations.NullMarked;
