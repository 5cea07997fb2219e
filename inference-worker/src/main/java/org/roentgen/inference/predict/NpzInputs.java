package org.roentgen.inference.predict;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roentgen.imaging.ImageFormatException;
import org.roentgen.imaging.numpy.ImageStack;
import org.roentgen.imaging.numpy.NpzArrays;
import org.roentgen.imaging.numpy.NpzReader;
import org.roentgen.imaging.numpy.NumpyArray;

/**
 * The images of {@code .npz} archives, in the order of the arrays in the file. Images are named by their place in their array;
 * where there are several arrays or files, their names go before it.
 */
final class NpzInputs {
    private NpzInputs() {}

    static List<Input> of(List<Path> files, Optional<String> array) throws PredictException {
        List<Input> inputs = new ArrayList<>();
        for (Path file : files) {
            String prefix =
                    files.size() == 1 ? "" : file.getFileName().toString().replaceFirst("\\.npz$", "") + "/";
            try {
                add(NpzReader.read(file), array, file, prefix, inputs);
            } catch (IOException e) {
                throw new PredictException(file + ": " + e.getMessage(), e);
            }
        }
        return inputs;
    }

    private static void add(NpzArrays arrays, Optional<String> chosen, Path file, String prefix, List<Input> inputs)
            throws ImageFormatException, PredictException {
        List<Map.Entry<String, NumpyArray>> stacks = arrays.byName().entrySet().stream()
                .filter(entry ->
                        chosen.isPresent() ? entry.getKey().equals(chosen.get()) : ImageStack.isStack(entry.getValue()))
                .toList();
        if (stacks.isEmpty()) {
            throw new PredictException(file + ": has no array "
                    + chosen.map(name -> "'" + name + "'")
                            .orElse("of images, (N, height, width) or (N, height, width, channels)")
                    + "; it has " + arrays.names());
        }
        for (Map.Entry<String, NumpyArray> entry : stacks) {
            ImageStack stack = new ImageStack(entry.getValue());
            String name = stacks.size() == 1 ? prefix : prefix + entry.getKey() + "/";
            for (int index = 0; index < stack.images(); index++) {
                int image = index;
                inputs.add(new Input(name + index, () -> List.of(stack.image(image))));
            }
        }
    }
}
