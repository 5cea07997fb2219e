package org.roentgen.api.dicomweb;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.roentgen.dicom.pixel.PixelReader;
import org.roentgen.store.search.ArchivedInstance;

/** Renders frames of instances, unless the client has the picture already. */
@RequestScoped
public class Pictures {
    private final ArchiveReader archive;
    private final Representations representations;

    Pictures(ArchiveReader archive, Representations representations) {
        this.archive = archive;
        this.representations = representations;
    }

    /** @param number of the frame, from 1 */
    Response frame(ArchivedInstance instance, String number, Rendering rendering) throws IOException {
        return picture(
                instance,
                number,
                rendering,
                pixels -> FrameResource.numbers(number, pixels.frames()).getFirst() - 1);
    }

    Response middle(ArchivedInstance instance, Rendering rendering) throws IOException {
        return picture(instance, "middle", rendering, pixels -> pixels.frames() / 2);
    }

    private Response picture(
            ArchivedInstance instance, String variant, Rendering rendering, ToIntFunction<PixelReader> frame)
            throws IOException {
        EntityTag tag = Representations.tag(List.of(instance), "rendered " + variant + " " + rendering);
        Optional<Response> known = representations.notModified(tag);
        if (known.isPresent()) {
            return known.get();
        }
        PixelReader pixels = PixelReader.of(archive.read(instance));
        return representations.whole(rendering.picture(pixels, frame.applyAsInt(pixels)), rendering.mediaType(), tag);
    }
}
