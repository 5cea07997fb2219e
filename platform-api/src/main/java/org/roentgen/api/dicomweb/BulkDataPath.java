package org.roentgen.api.dicomweb;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.dicom.DataSet;

/** Where a value is in a data set: through items of sequences to a tag, as {@code 00400555/0/7FE00010}. */
record BulkDataPath(List<Step> steps, int tag) {
    BulkDataPath {
        steps = List.copyOf(steps);
    }

    /** @param item from 0 */
    record Step(int sequence, int item) {}

    static BulkDataPath parse(String path) {
        String[] texts = path.split("/", -1);
        if (texts.length % 2 == 0) {
            throw ProblemException.invalid("'" + path + "' must be a tag, or tags and item numbers before it");
        }
        List<Step> steps = new ArrayList<>();
        for (int index = 0; index + 2 < texts.length; index += 2) {
            steps.add(new Step(tag(texts[index]), number(texts[index + 1])));
        }
        return new BulkDataPath(steps, tag(texts[texts.length - 1]));
    }

    /** The data set that the tag is in. */
    DataSet owner(DataSet root) {
        DataSet owner = root;
        for (Step step : steps) {
            List<DataSet> items = owner.items(step.sequence());
            if (step.item() >= items.size()) {
                throw ProblemException.notFound("item", step.item());
            }
            owner = items.get(step.item());
        }
        return owner;
    }

    private static int tag(String text) {
        if (!text.matches("[0-9A-Fa-f]{8}")) {
            throw ProblemException.invalid("'" + text + "' is not a tag of eight hexadecimal digits");
        }
        return Integer.parseUnsignedInt(text, 16);
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw ProblemException.invalid("'" + text + "' is not the number of an item");
        }
        return Integer.parseInt(text);
    }
}
