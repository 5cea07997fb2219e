/** Who may do what: tenants, roles, sign-in, and the audit of refusals. */
@NullMarked
package org.roentgen.api.security;

import org.jspecify.annotations.NullMarked;
