package com.guncai.backoffice.receipt;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;

/** What becomes of a picture on its way through chats and albums, and what somebody does to hand it in twice. */
public enum Retouched {
    COMPRESSED(picture -> compressed(picture, 0.5)),
    COMPRESSED_HARD(picture -> compressed(picture, 0.2)),
    HALF_THE_SIZE(picture -> compressed(scaled(picture, 0.5), 0.7)),
    FORWARDED(picture -> compressed(scaled(compressed(scaled(picture, 0.7), 0.6), 0.8), 0.5)),
    WITHOUT_TOP(picture -> compressed(cut(picture, 0, 0.06, 0, 0), 0.8)),
    WITHOUT_TOP_AND_BOTTOM(picture -> compressed(cut(picture, 0, 0.06, 0, 0.1), 0.8)),
    WITHOUT_MARGINS(picture -> compressed(cut(picture, 0.03, 0.03, 0.03, 0.03), 0.8)),
    BRIGHTER(picture -> compressed(new RescaleOp(1.1f, 12, null).filter(picture, null), 0.8)),
    CUT_LEFT(picture -> compressed(cut(picture, 0.1, 0, 0, 0), 0.8)),
    CUT_RIGHT(picture -> compressed(cut(picture, 0, 0, 0.1, 0), 0.8)),
    CUT_AND_HALVED(picture -> compressed(scaled(cut(picture, 0, 0, 0.1, 0), 0.5), 0.6)),
    HALVED_AND_COMPRESSED(picture -> compressed(scaled(picture, 0.5), 0.4)),
    FRAMED(picture -> compressed(framed(picture), 0.8));

    private final UnaryOperator<BufferedImage> change;

    Retouched(UnaryOperator<BufferedImage> change) {
        this.change = change;
    }

    public BufferedImage apply(BufferedImage picture) {
        return change.apply(picture);
    }

    private static BufferedImage compressed(BufferedImage picture, double quality) {
        return read(jpeg(picture, quality));
    }

    public static byte[] jpeg(BufferedImage picture, double quality) {
        var bytes = new ByteArrayOutputStream();
        try {
            Thumbnails.of(picture)
                    .scale(1)
                    .outputFormat("jpg")
                    .outputQuality(quality)
                    .toOutputStream(bytes);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return bytes.toByteArray();
    }

    public static BufferedImage read(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static BufferedImage scaled(BufferedImage picture, double scale) {
        try {
            return Thumbnails.of(picture).scale(scale).asBufferedImage();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static BufferedImage cut(BufferedImage picture, double left, double top, double right, double bottom) {
        var width = picture.getWidth();
        var height = picture.getHeight();
        var x = (int) (width * left);
        var y = (int) (height * top);
        return picture.getSubimage(x, y, (int) (width * (1 - right)) - x, (int) (height * (1 - bottom)) - y);
    }

    private static BufferedImage framed(BufferedImage picture) {
        var framed = DrawnReceipts.blank(picture.getWidth() + 60, picture.getHeight() + 90, Color.DARK_GRAY);
        framed.createGraphics().drawImage(picture, 30, 45, null);
        return framed;
    }
}
