package com.guncai.backoffice.receipt;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A picture for the screen. Who may see it now may not be allowed to tomorrow: nothing is kept on the way. */
public final class PictureAnswer {
    private PictureAnswer() {}

    public static ResponseEntity<byte[]> of(byte[] jpeg) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(jpeg);
    }
}
