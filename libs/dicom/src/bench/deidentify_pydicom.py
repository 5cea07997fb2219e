"""The yardstick of `./roentgen bench deid`: the basic profile of PS3.15 with pydicom, by our table, at every level.

Usage: deidentify_pydicom.py TABLE IN OUT
"""

import hashlib
import hmac
import os
import sys

import pydicom
from pydicom.datadict import dictionary_has_tag
from pydicom.uid import UID

KEY = b"bench"
DUMMY = {"DA": "19000101", "DT": "19000101000000", "TM": "000000", "AS": "000Y", "DS": "0", "IS": "0"}


def read_table(path):
    table = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            fields = line.split()
            if fields and not line.startswith("#") and "x" not in fields[0]:
                table[int(fields[0], 16)] = fields[1]
    return table


def uid_of(value):
    if value.startswith("1.2.840.10008."):
        return value
    digest = hmac.new(KEY, value.encode(), hashlib.sha256).digest()[:16]
    return UID("2.25." + str(int.from_bytes(digest, "big")))


def treat(data_set, table):
    for element in list(data_set):
        tag = element.tag
        if tag.is_private or tag.group & 0xFF00 in (0x5000, 0x6000) or not dictionary_has_tag(tag):
            del data_set[tag]
            continue
        action = table.get(int(tag), "K")[-1]
        if action == "X":
            del data_set[tag]
        elif element.VR == "SQ":
            for item in element.value:
                treat(item, table)
        elif action in "U*" and element.VR == "UI":
            values = element.value
            element.value = [uid_of(v) for v in values] if isinstance(values, list) else uid_of(values)
        elif action == "Z":
            element.value = None
        elif action == "D":
            element.value = DUMMY.get(element.VR, "REMOVED") if element.VR not in ("OB", "OW", "UN") else b"\0\0"


def main():
    table = read_table(sys.argv[1])
    for folder, _, names in os.walk(sys.argv[2]):
        for name in names:
            source = os.path.join(folder, name)
            target = os.path.join(sys.argv[3], os.path.relpath(source, sys.argv[2]))
            os.makedirs(os.path.dirname(target), exist_ok=True)
            data_set = pydicom.dcmread(source)
            patient = hmac.new(KEY, str(data_set.get("PatientID", "")).encode(), hashlib.sha256).hexdigest()[:16]
            treat(data_set, table)
            data_set.PatientID = patient
            data_set.PatientIdentityRemoved = "YES"
            data_set.file_meta.MediaStorageSOPInstanceUID = data_set.SOPInstanceUID
            data_set.save_as(target)


main()
