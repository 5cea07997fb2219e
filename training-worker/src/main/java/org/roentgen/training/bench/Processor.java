package org.roentgen.training.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the processor of this machine can do. */
final class Processor {
    private static final Path DESCRIPTION = Path.of("/proc/cpuinfo");

    private Processor() {}

    /** Whether it computes in bfloat16; true where the machine does not tell. */
    static boolean hasBfloat16() throws IOException {
        if (!Files.isReadable(DESCRIPTION)) {
            return true;
        }
        String description = Files.readString(DESCRIPTION);
        return description.contains("avx512_bf16") || description.contains("amx_bf16") || description.contains(" bf16");
    }
}
