package org.roentgen.inference.predict;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The command line.
 *
 * @param model a folder or zip of a package, or the id of one in the local store
 * @param key the public key that the package must be signed with
 * @param checksSignature whether the signature is looked at
 * @param array the array of an {@code .npz} that holds the images
 */
record PredictArguments(
        String model, Optional<Path> key, boolean checksSignature, Optional<String> array, Path input, Path output) {
    static final String USAGE =
            "Usage: ./roentgen predict --model PACKAGE [--key PUBLIC.pem | --unsigned] [--array NAME] IN OUT\n"
                    + "  PACKAGE  folder or .zip of a model package, or its id in the local store\n"
                    + "  IN       a NIfTI file, an .npz, a picture, or a folder of one kind: DICOM, NIfTI, .npz, PNG or JPEG\n"
                    + "  OUT      classification: a .csv, or a folder for predictions.csv;\n"
                    + "           segmentation: a .nii.gz for one input, or a folder for one mask of each input";

    static PredictArguments parse(List<String> arguments) throws PredictException {
        Deque<String> words = new ArrayDeque<>(arguments);
        Optional<String> model = Optional.empty();
        Optional<Path> key = Optional.empty();
        Optional<String> array = Optional.empty();
        boolean checksSignature = true;
        List<String> paths = new ArrayList<>();
        while (!words.isEmpty()) {
            String word = words.removeFirst();
            switch (word) {
                case "--model" -> model = Optional.of(value(word, words));
                case "--key" -> key = Optional.of(Path.of(value(word, words)));
                case "--array" -> array = Optional.of(value(word, words));
                case "--unsigned" -> checksSignature = false;
                default -> {
                    if (word.startsWith("--")) {
                        throw new PredictException("unknown option '" + word + "'\n" + USAGE);
                    }
                    paths.add(word);
                }
            }
        }
        if (paths.size() != 2) {
            throw new PredictException("IN and OUT are needed, not " + paths.size() + " paths\n" + USAGE);
        }
        Path input = Path.of(paths.getFirst());
        if (!Files.exists(input)) {
            throw new PredictException(input + ": no such file or folder");
        }
        return new PredictArguments(
                model.orElseThrow(() -> new PredictException("--model is missing\n" + USAGE)),
                key,
                checksSignature,
                array,
                input,
                Path.of(paths.getLast()));
    }

    private static String value(String option, Deque<String> words) throws PredictException {
        if (words.isEmpty()) {
            throw new PredictException(option + " needs a value\n" + USAGE);
        }
        return words.removeFirst();
    }
}
