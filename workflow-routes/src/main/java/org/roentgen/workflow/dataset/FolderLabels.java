package org.roentgen.workflow.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.roentgen.domain.dataset.Split;
import org.roentgen.domain.dataset.Task;
import org.roentgen.workflow.dataset.ImageLabels.Labelled;

/**
 * Images in folders named by class, optionally under {@code train}, {@code val} and {@code test}. Where an image may have several
 * findings, its folder names them joined by {@code +}, and {@code none} holds images without any.
 */
final class FolderLabels {
    private static final String NO_FINDING = "none";

    private FolderLabels() {}

    static ImageLabels of(List<String> files, Task task, List<Problem> problems) {
        List<Labelled> images = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (String file : files) {
            place(file, task, problems).ifPresent(image -> {
                images.add(image);
                names.addAll(image.names());
            });
        }
        int fewest = task == Task.CLASSIFICATION ? 2 : 1;
        if (names.size() < fewest) {
            problems.add(Problem.error(
                    "/",
                    "the upload has " + names.size() + " class folders with images",
                    "give at least " + fewest + ", or a labels.csv"));
        }
        return new ImageLabels(task, List.copyOf(names), images);
    }

    private static Optional<Labelled> place(String file, Task task, List<Problem> problems) {
        String[] parts = file.split("/");
        if (parts.length < 2) {
            problems.add(Problem.error(file, "is in no folder named by its class", "put it into one"));
            return Optional.empty();
        }
        Optional<Split> split = parts.length < 3 ? Optional.empty() : SplitNames.find(parts[parts.length - 3]);
        String folder = parts[parts.length - 2];
        List<String> names = task == Task.CLASSIFICATION ? List.of(folder) : findings(folder);
        return Optional.of(new Labelled(file, Optional.empty(), split, names));
    }

    private static List<String> findings(String folder) {
        return folder.equalsIgnoreCase(NO_FINDING)
                ? List.of()
                : List.of(folder.split("\\+")).stream().map(String::strip).toList();
    }
}
