package org.roentgen.workflow.dataset;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;

/**
 * Unpacks an uploaded zip or tar.gz. Entries that would leave the folder, links, and more or larger entries than the limits
 * are refused, counted by what really comes out and not by what the archive says.
 */
final class UploadArchive {
    /** What an archive may hold at most. */
    record Limits(int files, long fileBytes, long totalBytes) {
        static final Limits DEFAULT = new Limits(200_000, 2L << 30, 64L << 30);
    }

    private static final int BUFFER = 1 << 16;
    private final Limits limits;

    UploadArchive(Limits limits) {
        this.limits = limits;
    }

    /**
     * @return the files' paths in the archive, with {@code /}, in its order; system files of macOS and Windows left out
     * @throws RoentgenException INVALID_DATASET if it is no archive, is damaged, or breaks a limit
     */
    List<String> unpack(Path archive, Path folder) throws IOException {
        Unpacking unpacking = new Unpacking(folder);
        try {
            switch (kind(archive)) {
                case ZIP -> unpackZip(archive, unpacking);
                case TAR_GZ -> unpackTar(archive, unpacking);
            }
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw invalid("The upload is damaged (" + e.getMessage() + "): pack and upload it again");
        }
        return unpacking.names;
    }

    private enum Kind {
        ZIP,
        TAR_GZ
    }

    private static Kind kind(Path archive) throws IOException {
        try (InputStream file = Files.newInputStream(archive)) {
            byte[] start = file.readNBytes(2);
            if (start.length == 2 && start[0] == 'P' && start[1] == 'K') {
                return Kind.ZIP;
            }
            if (start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b) {
                return Kind.TAR_GZ;
            }
        }
        throw invalid("The upload is neither a zip nor a tar.gz: pack the folders into one of them");
    }

    /** By its directory, which a truncated archive has not. */
    private static void unpackZip(Path archive, Unpacking unpacking) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory()) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        unpacking.add(entry.getName(), content);
                    }
                }
            }
        }
    }

    private static void unpackTar(Path archive, Unpacking unpacking) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive), BUFFER);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file, BUFFER), "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                if (!entry.isFile()) {
                    throw invalid("The upload holds a link or device '" + entry.getName() + "': pack plain files only");
                }
                unpacking.add(entry.getName(), tar);
            }
        }
    }

    /** What has come out so far. */
    private final class Unpacking {
        private final Path folder;
        private final List<String> names = new ArrayList<>();
        private long total;

        private Unpacking(Path folder) {
            this.folder = folder;
        }

        private void add(String entry, InputStream content) throws IOException {
            Path target = inside(folder, entry);
            String name = folder.relativize(target).toString().replace('\\', '/');
            if (isSystemFile(name)) {
                return;
            }
            if (names.size() == limits.files()) {
                throw invalid("The upload holds more than " + limits.files() + " files: split it");
            }
            Files.createDirectories(target.getParent());
            total += copy(content, target, name, limits.totalBytes() - total);
            names.add(name);
        }
    }

    private static Path inside(Path folder, String entry) {
        try {
            Path target = folder.resolve(entry).normalize();
            if (!target.startsWith(folder) || target.equals(folder)) {
                throw invalid("The upload's entry '" + entry + "' leads out of its folder: pack relative paths");
            }
            return target;
        } catch (InvalidPathException e) {
            throw invalid("The upload holds an entry whose name is no path: rename it");
        }
    }

    private long copy(InputStream content, Path target, String name, long left) throws IOException {
        long written = 0;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream output = Files.newOutputStream(target)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                written += read;
                if (written > limits.fileBytes()) {
                    throw invalid("The upload's file '" + name + "' is larger than " + limits.fileBytes() + " bytes");
                }
                if (written > left) {
                    throw invalid("The upload unpacks to more than " + limits.totalBytes() + " bytes: split it");
                }
                output.write(buffer, 0, read);
            }
        }
        return written;
    }

    private static boolean isSystemFile(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/")
                || file.startsWith("._")
                || file.equals(".DS_Store")
                || file.equalsIgnoreCase("Thumbs.db")
                || file.equalsIgnoreCase("desktop.ini");
    }

    private static RoentgenException invalid(String message) {
        return new RoentgenException(ErrorCode.INVALID_DATASET, message);
    }
}
