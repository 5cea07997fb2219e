package org.roentgen.api.security;

import java.util.List;

/** The signed-in user. */
public record Me(String username, String name, List<String> roles) {}
