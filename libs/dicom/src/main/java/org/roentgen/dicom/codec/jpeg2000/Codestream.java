package org.roentgen.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.codec.MalformedFrameException;
import org.roentgen.dicom.codec.MarkerReader;

/** Main header and tile-parts of a codestream (T.800 annex A). */
final class Codestream {
    private final byte[] data;
    private final MarkerReader reader;
    private final Map<Integer, Tile> tiles = new TreeMap<>();
    private final PackedHeaders packedHeaders = new PackedHeaders();
    private @Nullable ImageSize size;
    private @Nullable CodingParameters main;

    Codestream(byte[] data) throws MalformedFrameException {
        this.data = data;
        reader = new MarkerReader("JPEG 2000", data);
        int at = start();
        int marker = reader.marker(at);
        while (marker != 0xd9) {
            int segment = reader.position() - 2;
            reader.open();
            at = reader.end();
            if (marker == 0x90) {
                at = tilePart(segment);
            } else if (marker == 0x51) {
                size = size();
                main = new CodingParameters(size.components().size());
            } else if (marker == PackedHeaders.MAIN) {
                packedHeaders.add(reader);
            } else if (main != null) {
                main.segment(marker, reader, false);
            }
            if (at + 1 >= data.length && !tiles.isEmpty()) {
                return;
            }
            marker = reader.marker(at);
        }
    }

    /** A codestream in JP2 boxes, which DICOM does not allow but some devices write, is looked for. */
    private int start() throws MalformedFrameException {
        for (int i = 0; i + 4 <= data.length && i < 4096; i++) {
            if (data[i] == (byte) 0xff && data[i + 1] == 0x4f && data[i + 2] == (byte) 0xff && data[i + 3] == 0x51) {
                return i + 2;
            }
        }
        throw reader.malformed("the frame does not begin with the markers SOC and SIZ");
    }

    private ImageSize size() throws MalformedFrameException {
        reader.word();
        int right = length();
        int lower = length();
        int left = length();
        int upper = length();
        int tileWidth = length();
        int tileHeight = length();
        int tileX = length();
        int tileY = length();
        int count = reader.word();
        boolean sound = left < right
                && upper < lower
                && tileWidth > 0
                && tileHeight > 0
                && tileX <= left
                && tileY <= upper
                && (long) tileX + tileWidth > left
                && (long) tileY + tileHeight > upper
                && count >= 1
                && count <= 4;
        if (!sound) {
            throw reader.malformed("image and tile sizes contradict each other, or " + count + " components");
        }
        List<ImageSize.Component> components = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int depth = reader.octet();
            int stepX = reader.octet();
            int stepY = reader.octet();
            if (stepX == 0 || stepY == 0 || (depth & 127) > 25) {
                throw reader.malformed("component " + i + " has steps of " + stepX + " by " + stepY + " or "
                        + ((depth & 127) + 1) + " bits; steps begin at 1, more than 26 bits are not supported");
            }
            components.add(new ImageSize.Component((depth & 127) + 1, depth > 127, stepX, stepY));
        }
        int tileRight = (int) Math.min(Integer.MAX_VALUE, (long) tileX + tileWidth);
        int tileLower = (int) Math.min(Integer.MAX_VALUE, (long) tileY + tileHeight);
        ImageSize read = new ImageSize(
                new Region(left, upper, right, lower), new Region(tileX, tileY, tileRight, tileLower), components);
        if ((long) read.tilesAcross() * read.tilesDown() > 65_535) {
            throw reader.malformed("more than 65535 tiles");
        }
        return read;
    }

    private int length() throws MalformedFrameException {
        int value = reader.word() << 16 | reader.word();
        if (value < 0) {
            throw reader.malformed("a size of more than 2147483647");
        }
        return value;
    }

    private int tilePart(int start) throws MalformedFrameException {
        if (size == null || main == null) {
            throw reader.malformed("a tile-part comes before the image size");
        }
        int index = reader.word();
        long length = (long) reader.word() << 16 | reader.word();
        if (index >= size.tilesAcross() * size.tilesDown()) {
            throw reader.malformed("tile " + index + " does not exist");
        }
        CodingParameters parameters = main;
        Tile tile = tiles.computeIfAbsent(index, number -> new Tile(number, parameters.copy()));
        long end = length == 0 ? data.length : start + length;
        if (end > data.length) {
            throw reader.malformed("tile-part of " + length + " bytes leaves the frame of " + data.length);
        }
        PackedHeaders ofPart = new PackedHeaders();
        int at = reader.end();
        while (true) {
            int marker = reader.marker(at);
            if (marker == 0x93) {
                break;
            }
            reader.open();
            at = reader.end();
            if (marker == PackedHeaders.TILE_PART) {
                ofPart.add(reader);
            } else {
                tile.parameters.segment(marker, reader, true);
            }
        }
        if (!packedHeaders.isEmpty()) {
            tile.addHeaders(packedHeaders.nextTilePart(reader));
        } else if (!ofPart.isEmpty()) {
            tile.addHeaders(ofPart.joined());
        }
        int first = reader.position();
        if (first > end) {
            throw reader.malformed("tile-part header leaves its tile-part");
        }
        tile.addPart(first, (int) end);
        return (int) end;
    }

    ImageSize imageSize() throws MalformedFrameException {
        if (size == null) {
            throw reader.malformed("no image size");
        }
        return size;
    }

    Collection<Tile> tiles() {
        return tiles.values();
    }
}
