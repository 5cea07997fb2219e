package org.roentgen.dicom.validate;

import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;

/**
 * Checks an instance: attributes of type 1 and 2 of the mandatory modules of its IOD (PS3.3), those of type 1C and 2C where the
 * condition is simple, value representations, multiplicities and forms (PS3.5 6.2, PS3.6), enumerated values of the main
 * attributes, and whether pixel data, functional groups and content trees agree with their descriptions. What is reported as an
 * error the standard forbids; what depends on facts outside the object is not reported.
 */
public final class Validator {
    private Validator() {}

    /**
     * Checks a file with its pixel data.
     *
     * @throws java.io.UncheckedIOException if a value on disk cannot be read
     */
    public static ValidationReport validate(DicomFile file) {
        Findings findings = new Findings();
        DataSet dataSet = file.dataSet();
        String sopClass = dataSet.string(Tag.SOPClassUID, file.meta().sopClassUid());
        Optional<IodTable.Iod> iod = IodTable.INSTANCE.find(sopClass);
        iod.ifPresentOrElse(
                known -> modules(known, dataSet, findings),
                () -> findings.warning(
                        Findings.path("", Tag.SOPClassUID),
                        ValidationRule.UNKNOWN_SOP_CLASS,
                        "there is no table for this SOP class: only values are checked"));
        new ValueCheck(dataSet, findings).check();
        IdentityCheck.check(file, findings);
        new PixelCheck(file, findings).check();
        new FunctionalGroupCheck(dataSet, findings).check();
        if (dataSet.contains(Tag.ContentSequence) && dataSet.contains(Tag.ValueType)) {
            new ContentTreeCheck(findings).check(dataSet);
        }
        return new ValidationReport(iod.map(IodTable.Iod::name).orElse(""), findings.list());
    }

    private static void modules(IodTable.Iod iod, DataSet dataSet, Findings findings) {
        RequirementCheck requirements = new RequirementCheck(iod.modules(), findings);
        iod.modules().forEach(module -> requirements.check(module, dataSet, ""));
    }
}
