package org.roentgen.workflow.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.geometry.GeometryException;
import org.roentgen.dicom.geometry.GeometryTolerance;
import org.roentgen.dicom.object.Code;
import org.roentgen.dicom.object.ObjectFormatException;
import org.roentgen.dicom.pixel.UnreadablePixelsException;
import org.roentgen.domain.dataset.CaseAttribute;
import org.roentgen.domain.dataset.CodedConcept;
import org.roentgen.domain.dataset.ImageEncoding;
import org.roentgen.domain.dataset.ImageReference;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.inference.InstanceReference;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.imaging.ImageFormatException;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.nifti.NiftiWriter;
import org.roentgen.imaging.series.SeriesReader;
import org.roentgen.workflow.configuration.Deidentified;
import org.roentgen.workflow.dataset.SegmentedSeries.Segmented;
import org.roentgen.workflow.deidentification.DeidentificationRecords;
import org.roentgen.workflow.deidentification.DeidentifiedSeries;
import org.roentgen.workflow.deidentification.SeriesDeidentifier;
import org.roentgen.workflow.deidentification.Sites;
import org.roentgen.workflow.series.SeriesInstances;
import org.roentgen.workflow.series.StoredInstance;

/** Series of the archive with their Segmentations or structure sets: de-identified first, then written as a volume and a label map. */
@ApplicationScoped
class ArchiveImporter implements DatasetImporter {
    private final SegmentedSeries candidates;
    private final SeriesInstances series;
    private final SeriesDeidentifier deidentifier;
    private final DeidentificationRecords records;
    private final Sites sites;
    private final ObjectStore objects;

    ArchiveImporter(
            SegmentedSeries candidates,
            SeriesInstances series,
            SeriesDeidentifier deidentifier,
            DeidentificationRecords records,
            Sites sites,
            @Deidentified ObjectStore objects) {
        this.candidates = candidates;
        this.series = series;
        this.deidentifier = deidentifier;
        this.records = records;
        this.sites = sites;
        this.objects = objects;
    }

    @Override
    public ImportFormat format() {
        return ImportFormat.ARCHIVE;
    }

    @Override
    public ImportedData read(ImportRequest request, Path work) throws IOException {
        List<Problem> problems = new ArrayList<>();
        List<Segmented> chosen = candidates.choose(request.options().series(), problems);
        List<LabelDefinition> labels = labels(request.options(), chosen);
        List<ImportedCase> cases = new ArrayList<>();
        for (Segmented one : chosen) {
            try {
                cases.add(read(one, labels, request.options().profile(), work));
            } catch (GeometryException
                    | ImageFormatException
                    | UnreadablePixelsException
                    | ObjectFormatException
                    | RoentgenException e) {
                problems.add(Problem.error(
                        one.seriesInstanceUid(), String.valueOf(e.getMessage()), "leave this series out"));
            }
        }
        if (chosen.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.error(
                    "",
                    "no series of the archive with a segmentation or a structure set is chosen",
                    "choose others or send what was drawn on them"));
        }
        return new ImportedData(Task.SEGMENTATION, labels, cases, problems);
    }

    private ImportedCase read(Segmented one, List<LabelDefinition> labels, String profile, Path work)
            throws IOException {
        List<StoredInstance> stored = series.of(one.series());
        List<DataSet> headers = series.headers(stored);
        refusePatientNames(headers.getFirst(), labels);
        byte[] values = relabelled(one.labels(), labels, headers);
        DeidentifiedSeries copies = deidentifier.stage(one.series(), stored, profile);
        deidentifier.release(copies, Optional.empty());
        List<DicomFile> images = new ArrayList<>();
        for (InstanceReference copy : copies.instances()) {
            images.add(DicomFile.read(objects.file(copy.object())));
        }
        Volume volume = new SeriesReader().read(images).volume();
        Path image = work.resolve("image.nii.gz");
        Path mask = work.resolve("mask.nii.gz");
        NiftiWriter.write(volume, image);
        NiftiWriter.write(new LabelVolume(volume.grid(), values), mask);
        String patient = images.getFirst().dataSet().string(Tag.PatientID, copies.seriesInstanceUid());
        return new ImportedCase(
                new ImportedCase.CaseIdentity(
                        copies.seriesInstanceUid(),
                        patient,
                        one.seriesInstanceUid(),
                        attributes(headers.getFirst(), profile),
                        Optional.of(records.key(copies.record()))),
                Optional.empty(),
                new ImageReference(objects.put(image), ImageEncoding.NIFTI, 0),
                ReferenceStandard.ofMask(new ImageReference(objects.put(mask), ImageEncoding.NIFTI, 0)),
                "",
                ContentHash.of(
                        volume.voxels(),
                        volume.grid().width(),
                        volume.grid().height(),
                        volume.grid().depth()));
    }

    /** People write what they like into the names of regions; labels leave the identified zone. */
    private static void refusePatientNames(DataSet original, List<LabelDefinition> labels) {
        List<String> parts = Stream.of(original.string(Tag.PatientName, "").split("[\\^= ]"))
                .filter(part -> part.length() > 2)
                .map(part -> part.toLowerCase(Locale.ROOT))
                .toList();
        for (LabelDefinition label : labels) {
            String name = label.name().toLowerCase(Locale.ROOT);
            if (parts.stream().anyMatch(name::contains)) {
                throw new RoentgenException(
                        ErrorCode.INVALID_DATASET,
                        "label " + label.value() + " is named with a part of the patient's name: say in 'labels' which"
                                + " names to import");
            }
        }
    }

    private Map<CaseAttribute, String> attributes(DataSet original, String profile) {
        Map<CaseAttribute, String> attributes = CaseAttributes.of(original);
        sites.of(original, profile).ifPresent(site -> attributes.put(CaseAttribute.SITE, site));
        return attributes;
    }

    /** The label map on the series' voxels with the values of the data set's labels; what has other names becomes background. */
    private static byte[] relabelled(SeriesLabels drawn, List<LabelDefinition> labels, List<DataSet> headers) {
        return drawn.on(SeriesReader.geometry(headers, GeometryTolerance.DEFAULT), name -> labels.stream()
                .filter(label -> label.name().equalsIgnoreCase(name))
                .mapToInt(LabelDefinition::value)
                .findFirst()
                .orElse(0));
    }

    private static List<LabelDefinition> labels(ImportOptions options, List<Segmented> chosen) {
        if (!options.labels().isEmpty()) {
            return options.labels();
        }
        Map<String, Optional<Code>> types = new HashMap<>();
        chosen.forEach(one -> one.labels()
                .names()
                .forEach((name, type) -> types.merge(name, type, (first, other) -> first.isPresent() ? first : other)));
        List<LabelDefinition> labels = new ArrayList<>();
        for (String name : new TreeSet<>(types.keySet())) {
            Optional<CodedConcept> code = types.getOrDefault(name, Optional.empty())
                    .map(type -> new CodedConcept(type.value(), type.scheme(), type.meaning()));
            labels.add(new LabelDefinition(labels.size() + 1, name, code));
        }
        return labels;
    }
}
