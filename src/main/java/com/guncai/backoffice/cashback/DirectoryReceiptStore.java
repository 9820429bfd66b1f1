package com.guncai.backoffice.cashback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Pictures in a directory that all nodes share. */
class DirectoryReceiptStore implements ReceiptStore {
    private final Path root;

    DirectoryReceiptStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public void put(String name, byte[] jpeg) {
        var file = file(name);
        try {
            Files.createDirectories(file.getParent());
            // Whoever reads sees the whole picture or none.
            var part = Files.createTempFile(file.getParent(), "part", ".tmp");
            try {
                Files.write(part, jpeg);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException failure) {
            throw new ReceiptStoreFailure("receipt could not be written to the directory", failure);
        }
    }

    @Override
    public byte[] get(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException failure) {
            throw new ReceiptStoreFailure("receipt could not be read from the directory", failure);
        }
    }

    @Override
    public void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException failure) {
            throw new ReceiptStoreFailure("receipt could not be deleted from the directory", failure);
        }
    }

    private Path file(String name) {
        var file = root.resolve(name).normalize();
        if (!file.startsWith(root)) {
            throw new IllegalArgumentException("outside the store");
        }
        return file;
    }
}
