package com.guncai.backoffice.flower;

import com.guncai.backoffice.receipt.PictureBulkhead;
import com.guncai.backoffice.receipt.ReceiptPicture;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.Sha256;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.core.io.InputStreamSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Pictures of flowers that managers uploaded: drawn anew as receipts are, and shown to everybody. */
@Hidden
@RestController
class FlowerPictures {
    static final String PATH = "/images/flowers/uploaded/";

    private final JdbcTemplate jdbc;
    private final PictureBulkhead turns;
    private final Clock clock;

    FlowerPictures(JdbcTemplate jdbc, PictureBulkhead turns, Clock clock) {
        this.jdbc = jdbc;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * Keeps a picture, once however often it is uploaded.
     *
     * @return its address
     * @throws ProblemException as {@link ReceiptPicture#of} refuses
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public String keep(InputStreamSource file) {
        var jpeg = turns.take(() -> ReceiptPicture.of(file)).jpeg();
        var digest = Sha256.hex(jpeg);
        try {
            jdbc.update(
                    "insert into flower_picture (digest, jpeg, at) values (?, ?, ?)",
                    digest,
                    jpeg,
                    BusinessTime.now(clock).atOffset(ZoneOffset.UTC));
        } catch (DuplicateKeyException known) {
            return PATH + digest + ".jpg";
        }
        return PATH + digest + ".jpg";
    }

    @GetMapping(PATH + "{digest:[0-9a-f]{64}}.jpg")
    public ResponseEntity<byte[]> picture(@PathVariable String digest) {
        return jdbc
                .query("select jpeg from flower_picture where digest = ?", (row, number) -> row.getBytes(1), digest)
                .stream()
                .findFirst()
                .map(jpeg -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .body(jpeg))
                .orElseThrow(() -> ProblemException.notFound(ProblemCode.NOT_FOUND, "没有这张图片"));
    }
}
