package org.roentgen.api.dataset;

import java.util.Optional;

/** Why an import was refused: the file, the rule that it broke, and the fix. */
public record ImportProblem(String file, String rule, String fix, Optional<String> severity) {}
