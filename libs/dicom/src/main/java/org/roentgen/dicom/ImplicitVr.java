package org.roentgen.dicom;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the VR of elements that do not carry one, from the dictionaries and the elements before them (PS3.5 A.1). */
final class ImplicitVr {
    private final ElementList before;
    private final @Nullable ImplicitVr parent;

    ImplicitVr(ElementList before, @Nullable ImplicitVr parent) {
        this.before = before;
        this.parent = parent;
    }

    VR of(int tag, long length, ByteInput in) throws IOException {
        if (Tags.isPrivate(tag) && !Tags.isPrivateCreator(tag) && !Tags.isGroupLength(tag)) {
            return ofPrivate(tag, length, in);
        }
        DictionaryEntry entry = PublicDictionary.INSTANCE.find(tag);
        if (entry == null || entry.representations().size() == 1) {
            return entry == null ? ofUnknown(tag, length) : entry.vr();
        }
        List<VR> representations = entry.representations();
        if (representations.contains(VR.OW) && representations.contains(VR.US)) {
            return length == 2 ? VR.US : VR.OW;
        }
        return representations.contains(VR.SS) && hasSignedPixels() ? VR.SS : entry.vr();
    }

    private static VR ofUnknown(int tag, long length) {
        return length == ElementHeader.UNDEFINED ? VR.SQ : Dictionary.vr(tag);
    }

    private VR ofPrivate(int tag, long length, ByteInput in) throws IOException {
        if (length == ElementHeader.UNDEFINED) {
            return VR.SQ;
        }
        Element creator = before.find(Tags.creatorOf(tag));
        if (creator == null) {
            return VR.UN;
        }
        List<String> names = ElementValues.strings(DataSet.EMPTY, creator);
        DictionaryEntry entry = names.isEmpty() ? null : PrivateDictionary.INSTANCE.find(tag, names.getFirst());
        if (entry == null) {
            return VR.UN;
        }
        boolean isNoSequence =
                entry.vr() == VR.SQ && length > 0 && !(length >= 8 && in.require(4) && in.tag(false) == Tags.ITEM);
        return isNoSequence ? VR.UN : entry.vr();
    }

    private boolean hasSignedPixels() {
        Element element = before.find(Tag.PixelRepresentation);
        if (element != null && element.value() instanceof Bytes bytes && bytes.size >= 2) {
            return ByteOrders.unsignedShort(bytes.array, bytes.start) == 1;
        }
        return parent != null && parent.hasSignedPixels();
    }
}
